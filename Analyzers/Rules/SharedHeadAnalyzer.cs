using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Keeps two tags that name different elements or nodes from sharing one <c>PinnedListHead</c> (ILIST107).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedHeadAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.SharedHead);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.MayUseRuntime())
            {
                start.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment);
                start.RegisterOperationAction(AnalyzeDeconstruction, OperationKind.DeconstructionAssignment);
                start.RegisterOperationAction(AnalyzeInitializer, OperationKind.FieldInitializer);
            }
        });
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        Analyze(context, assignment.Target, assignment.Value);
    }

    private static void AnalyzeDeconstruction(OperationAnalysisContext context)
    {
        var deconstruction = (IDeconstructionAssignmentOperation)context.Operation;
        Analyze(context, deconstruction.Target, deconstruction.Value);
    }

    private static void Analyze(OperationAnalysisContext context, IOperation target, IOperation value)
    {
        if (FieldOf(target) is { } field)
        {
            Analyze(context, field, value);
        }
        else if (target is ITupleOperation targets && value.Plain() is ITupleOperation values && targets.Elements.Length == values.Elements.Length)
        {
            for (int index = 0; index < targets.Elements.Length; index++)
            {
                Analyze(context, targets.Elements[index], values.Elements[index]);
            }
        }
    }

    private static void AnalyzeInitializer(OperationAnalysisContext context)
    {
        var initializer = (IFieldInitializerOperation)context.Operation;
        foreach (IFieldSymbol target in initializer.InitializedFields.Where(field => field.Type.IsPinnedListHead()))
        {
            Analyze(context, target, initializer.Value);
        }
    }

    private static void Analyze(OperationAnalysisContext context, IFieldSymbol target, IOperation value)
    {
        if (HeadIn(value) is { } source
            && TagOf(target, context.Compilation, context.CancellationToken) is { } wanted
            && TagOf(source, context.Compilation, context.CancellationToken) is { } given
            && AreDifferent(wanted, given))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.SharedHead, value.Syntax.GetLocation(), target.InMessage(), wanted.Element.InMessage(), wanted.Node, source.InMessage(), given.Element.InMessage(), given.Node));
        }
    }

    /// <summary>Returns the field whose head a value certainly is: <c>_tasks</c>, <c>_tasks = new PinnedListHead()</c>. Of several, the one that gives it.</summary>
    private static IFieldSymbol? HeadIn(IOperation value) => value.Plain() switch
    {
        ISimpleAssignmentOperation assignment => FieldOf(assignment.Target) ?? HeadIn(assignment.Value),
        ICoalesceAssignmentOperation assignment => FieldOf(assignment.Target),
        var place => FieldOf(place),
    };

    private static IFieldSymbol? FieldOf(IOperation operation) => operation is IFieldReferenceOperation { Field: { } field } && field.Type.IsPinnedListHead() ? field : null;

    // A tag with a problem is reported where it stands.
    private static (INamedTypeSymbol Element, string Node)? TagOf(IFieldSymbol head, Compilation compilation, CancellationToken cancellationToken)
    {
        IFieldSymbol definition = head.OriginalDefinition;
        return definition.Tags() is [{ ConstructorArguments: [{ Kind: not TypedConstantKind.Error } element, { Kind: not TypedConstantKind.Error } node] } tag]
            && element.Scalar() is INamedTypeSymbol named
            && node.Scalar() is string name
            && ParsedTags.Of(definition, tag, compilation, cancellationToken).Problems.IsEmpty
            && named.WithObjects(compilation) is INamedTypeSymbol type ? (type, name) : null;
    }

    // Type arguments that are open may turn out to be the same.
    private static bool AreDifferent((INamedTypeSymbol Element, string Node) left, (INamedTypeSymbol Element, string Node) right) =>
        left.Node != right.Node
        || !SymbolEqualityComparer.Default.Equals(left.Element.OriginalDefinition, right.Element.OriginalDefinition)
        || (IsClosed(left.Element) && IsClosed(right.Element) && !SymbolEqualityComparer.Default.Equals(left.Element, right.Element));

    private static bool IsClosed(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol named => !named.IsUnbound() && named.AllTypeArguments().All(IsClosed),
        IArrayTypeSymbol array => IsClosed(array.ElementType),
        IPointerTypeSymbol pointer => IsClosed(pointer.PointedAtType),
        _ => false,
    };
}
