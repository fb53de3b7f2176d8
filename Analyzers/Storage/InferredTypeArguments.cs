using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds types that hold address-bound values and that nobody has written: of <c>var</c>, tuples and anonymous objects.
/// </summary>
internal sealed class InferredTypeArguments(BoundTypes bound, TypeArgumentRules arguments)
{
    /// <summary>Analyses a variable whose type may be inferred.</summary>
    public void AnalyzeLocal(OperationAnalysisContext context)
    {
        var declarator = (IVariableDeclaratorOperation)context.Operation;
        if (!IsInferred(declarator) || arguments.FindRejected(declarator.Symbol.Type) is not { } argument)
        {
            return;
        }

        ITupleOperation[] tuples = ResultsOf(declarator.Initializer?.Value).OfType<ITupleOperation>().ToArray();
        foreach (ITupleOperation tuple in tuples)
        {
            AnalyzeTuple(context, tuple);
        }

        if (tuples.Length == 0 && Unwrap(declarator.Initializer?.Value) is { } value && !IsReportedElsewhere(value))
        {
            context.ReportDiagnostic(arguments.Describe(declarator.Symbol.Locations[0], argument));
        }
    }

    /// <summary>Analyses <c>out var</c>.</summary>
    public void AnalyzeDeclaration(OperationAnalysisContext context)
    {
        var declaration = (IDeclarationExpressionOperation)context.Operation;
        if (declaration is { Syntax: DeclarationExpressionSyntax { Type.IsVar: true }, Expression: ILocalReferenceOperation { Local: { Locations.IsEmpty: false } local }, Parent: IArgumentOperation { Parameter: { } parameter } }
            && arguments.FindRejected(local.Type) is { } argument
            && !IsReported(parameter, parameter.OriginalDefinition.Type)
            && !(parameter.ContainingSymbol is IMethodSymbol method && method.TypeArguments.Any(bound.ForbidMoves)))
        {
            context.ReportDiagnostic(arguments.Describe(local.Locations[0], argument));
        }
    }

    /// <summary>Analyses an object of an anonymous class.</summary>
    public void AnalyzeAnonymousObject(OperationAnalysisContext context)
    {
        foreach (IAssignmentOperation member in ((IAnonymousObjectCreationOperation)context.Operation).Initializers.OfType<IAssignmentOperation>())
        {
            if (member is { Target: IPropertyReferenceOperation target, Value.Type: { } type } && bound.ForbidMoves(type))
            {
                Location location = member.Value.Syntax.GetLocation();
                const string Movement = "the garbage collector moves the objects of an anonymous class";
                context.ReportDiagnostic(MovableStorage.Report(bound, location, target.Property.Name, type, Movement, MovableStorage.MendOf(type)));
            }
        }
    }

    private void AnalyzeTuple(OperationAnalysisContext context, ITupleOperation tuple)
    {
        IEnumerable<RejectedArgument> rejected = tuple.Type is INamedTypeSymbol type ? arguments.RejectedBy(type) : [];
        foreach (RejectedArgument element in rejected.Where(element => element.Index < tuple.Elements.Length))
        {
            context.ReportDiagnostic(arguments.Describe(tuple.Elements[element.Index].Syntax.GetLocation(), element));
        }
    }

    private static bool IsInferred(IVariableDeclaratorOperation declarator) =>
        declarator.Syntax.Parent is VariableDeclarationSyntax { Type: var type } && ((type as RefTypeSyntax)?.Type ?? type).IsVar && !declarator.Symbol.Locations.IsEmpty;

    // The type of a variable may be that of one of several values, or of what a lambda returns.
    private static IEnumerable<IOperation> ResultsOf(IOperation? value) => Unwrap(value) switch
    {
        null => [],
        IConditionalOperation choice => ResultsOf(choice.WhenTrue).Concat(ResultsOf(choice.WhenFalse)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => ResultsOf(arm.Value)),
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Syntax: not ParenthesizedLambdaExpressionSyntax { ReturnType: not null } } lambda } =>
            lambda.Body.Operations.OfType<IReturnOperation>().SelectMany(exit => ResultsOf(exit.ReturnedValue)),
        var result => [result],
    };

    private static IOperation? Unwrap(IOperation? value)
    {
        IOperation? current = value;
        while (current is IParenthesizedOperation or IConversionOperation { IsImplicit: true })
        {
            current = current is IParenthesizedOperation parenthesized ? parenthesized.Operand : ((IConversionOperation)current).Operand;
        }

        return current;
    }

    // Whatever else has such a type was given it where it is declared, or is a creation or cast that names it.
    private bool IsReportedElsewhere(IOperation value) => value switch
    {
        IConditionalAccessOperation access => arguments.FindRejected(access.WhenNotNull.Type) is not null,
        IInvocationOperation call => IsReported(call.TargetMethod, call.TargetMethod.OriginalDefinition.ReturnType) || call.TargetMethod.TypeArguments.Any(bound.ForbidMoves),
        IPropertyReferenceOperation reference => IsReported(reference.Property, reference.Property.OriginalDefinition.Type),
        IFieldReferenceOperation reference => IsReported(reference.Field, reference.Field.OriginalDefinition.Type),
        _ => true,
    };

    private bool IsReported(ISymbol member, ITypeSymbol declaredType) =>
        (arguments.FindRejected(declaredType) is not null && !member.DeclaringSyntaxReferences.IsEmpty) || arguments.FindRejected(member.ContainingType) is not null;
}
