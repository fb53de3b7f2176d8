using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds rejected type arguments of calls, written or inferred.
/// </summary>
internal sealed class CalledTypeArguments(TypeArgumentRules arguments)
{
    /// <summary>Returns whether a call has type arguments. Most have none, and all calls are looked at.</summary>
    public static bool IsCandidate(IOperation operation) => operation switch
    {
        IInvocationOperation call => HasTypeArguments(call.TargetMethod),
        IMethodReferenceOperation reference => HasTypeArguments(reference.Method),
        IPropertyReferenceOperation reference => reference.Property.ContainingType is { TypeKind: NewerKinds.Extension },
        _ => false,
    };

    /// <summary>Analyses a candidate.</summary>
    public void Analyze(OperationAnalysisContext context)
    {
        var reported = new HashSet<Location>();
        foreach (RejectedArgument argument in RejectedBy(context.Operation).Where(argument => !IsOfChain(context.Operation, argument.Type)))
        {
            Location location = LocationOf(argument, context.Operation);
            if (reported.Add(location))
            {
                context.ReportDiagnostic(arguments.Describe(location, argument));
            }
        }
    }

    private IEnumerable<RejectedArgument> RejectedBy(IOperation operation) => operation switch
    {
        // What becomes text is copied into it, which is a fault of its own.
        IInvocationOperation { Parent: IInterpolatedStringAppendOperation } => [],
        IInvocationOperation call => AllocatesPinned(call) ? [] : RejectedBy(call.TargetMethod),
        IMethodReferenceOperation reference => RejectedBy(reference.Method),
        IPropertyReferenceOperation reference => RejectedByExtension(reference.Property),
        _ => [],
    };

    private IEnumerable<RejectedArgument> RejectedBy(IMethodSymbol method) =>
        !HasTypeArguments(method) || FrameworkPromises.Keeps(method) ? [] : RejectedByExtension(method).Concat(arguments.RejectedBy(method.TypeParameters, method.TypeArguments));

    private static bool HasTypeArguments(IMethodSymbol method) => method.IsGenericMethod || method.ContainingType is { TypeKind: NewerKinds.Extension };

    // Where calls are chained, the first that is given such a type says so.
    private bool IsOfChain(IOperation operation, ITypeSymbol type) =>
        operation is IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: { IsEmpty: false } given }
        && Unconverted(given[0].Value) is IInvocationOperation before
        && RejectedBy(before).Any(argument => SymbolEqualityComparer.Default.Equals(argument.Type, type));

    private static IOperation Unconverted(IOperation value) => value is IConversionOperation conversion ? conversion.Operand : value;

    // The members of an extension block share its type parameters, and nobody writes its name.
    private IEnumerable<RejectedArgument> RejectedByExtension(ISymbol member) =>
        member.ContainingType is { TypeKind: NewerKinds.Extension } extension ? arguments.RejectedBy(extension) : [];

    private static bool AllocatesPinned(IInvocationOperation call) =>
        FrameworkPromises.IsArrayAllocation(call.TargetMethod)
        && call.Arguments.Any(argument => argument is { Parameter.Name: "pinned", Value.ConstantValue: { HasValue: true, Value: true } });

    private static Location LocationOf(RejectedArgument argument, IOperation operation) => MemberSyntax.NameOf(operation.Syntax) switch
    {
        GenericNameSyntax generic when IsWritten(argument, generic) => generic.TypeArgumentList.Arguments[argument.Index].GetLocation(),
        { } name => name.GetLocation(),

        // A clause of a query
        null => operation.Syntax.GetFirstToken().GetLocation(),
    };

    private static bool IsWritten(RejectedArgument argument, GenericNameSyntax name) =>
        argument.Parameter.DeclaringMethod is { } method && method.TypeParameters.Length == name.TypeArgumentList.Arguments.Count;
}
