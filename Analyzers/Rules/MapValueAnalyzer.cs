using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Checks, where a map is made, that its values are guarded and can be drained (ILIST301), and that what it frees does not own itself (ILIST011).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MapValueAnalyzer : DiagnosticAnalyzer
{
    private const string DrainsOwnHeads = "and a map drains only the heads that a value or an element declares itself";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.SelfOwningType, DiagnosticDescriptors.UnguardedMapValue);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.MayUseRuntime())
            {
                var graph = new OwnershipGraph();
                start.RegisterOperationAction(creation => AnalyzeCreation(creation, graph), OperationKind.ObjectCreation);
            }
        });
    }

    private static void AnalyzeCreation(OperationAnalysisContext context, OwnershipGraph graph)
    {
        // Of a type parameter nothing is known.
        if (context.Operation is not IObjectCreationOperation { Type: INamedTypeSymbol { TypeArguments: { Length: 2 } arguments } map } creation
            || !map.IsValueMap()
            || arguments[1] is not INamedTypeSymbol { TypeKind: TypeKind.Struct } value)
        {
            return;
        }

        ImmutableArray<INamedTypeSymbol> cycle = graph.FindCycle(value);
        if (!cycle.IsEmpty)
        {
            string names = string.Join(" -> ", cycle.Select(type => type.InMessage()));
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.SelfOwningType, LocationOf(creation), value.InMessage(), cycle[0].InMessage(), names));
        }

        if ((Unguarded(value, graph) ?? Undrained(cycle.IsEmpty ? graph.ReachedFrom(value) : [value], value, graph)) is var (fault, mend))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.UnguardedMapValue, LocationOf(creation), value.InMessage(), fault, mend));
        }
    }

    private static (string Fault, string Mend)? Unguarded(INamedTypeSymbol value, OwnershipGraph graph) =>
        graph.HeadsOf(value).FirstOrDefault(head => !head.IsNested && HasNoLock(head.Head)) is { } unguarded
            ? ($"threads share it, and no lock guards its list head '{unguarded.Head.InMessage()}'", $"add a field of type ListLock to '{value.InMessage()}'")
            : null;

    // Which of several locks it is, or that there is none of a name, is a matter of the declaration (ILIST013).
    private static bool HasNoLock(IFieldSymbol head) =>
        OwnerLocks.Of(head.ContainingType).LockOf(head) is null
        && OwnerLocks.Of(head.ContainingType).Unnamed(isStatic: false).Length == 0
        && head.Tags()[0].Named("Lock")?.Scalar() is null;

    private static (string Fault, string Mend)? Undrained(IEnumerable<INamedTypeSymbol> types, INamedTypeSymbol value, OwnershipGraph graph)
    {
        foreach (INamedTypeSymbol type in types)
        {
            if (graph.HeadsOf(type).FirstOrDefault(head => head.IsNested) is { } nested)
            {
                string holder = SymbolEqualityComparer.Default.Equals(type, value) ? "it" : $"its element '{type.InMessage()}'";
                return ($"{holder} holds the list head '{nested.Head.InMessage()}' within '{nested.Field.InMessage()}', {DrainsOwnHeads}", $"declare the head in '{type.InMessage()}'");
            }
        }

        return null;
    }

    /// <summary>Returns where the type of the values is written, or the <c>new</c> that leaves it out.</summary>
    private static Location LocationOf(IObjectCreationOperation creation) => creation.Syntax switch
    {
        ImplicitObjectCreationExpressionSyntax implicitly => implicitly.NewKeyword.GetLocation(),
        ObjectCreationExpressionSyntax { Type: var type } when type.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault(name => name.TypeArgumentList.Arguments.Count == 2) is { } generic =>
            generic.TypeArgumentList.Arguments[1].GetLocation(),
        ObjectCreationExpressionSyntax { Type: var type } => type.GetLocation(),
        var syntax => syntax.GetLocation(),
    };
}
