using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Silences what compilers and editors say of heads, nodes and locks because they see no code that uses them: list operations do, by address, and generated guards.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HeadAndNodeSuppressor : DiagnosticSuppressor
{
    private const string Justification = "List operations read and write heads and nodes by their address, and generated code enters the locks that guard them.";

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(
        new SuppressionDescriptor("ILISTSPR001", "CS0169", Justification),
        new SuppressionDescriptor("ILISTSPR002", "CS0649", Justification),
        new SuppressionDescriptor("ILISTSPR003", "CS0414", Justification),
        new SuppressionDescriptor("ILISTSPR004", "IDE0044", Justification),
        new SuppressionDescriptor("ILISTSPR005", "IDE0051", Justification));

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (IsOnHeadOrNode(diagnostic, context))
            {
                SuppressionDescriptor suppression = SupportedSuppressions.First(candidate => candidate.SuppressedDiagnosticId == diagnostic.Id);
                context.ReportSuppression(Suppression.Create(suppression, diagnostic));
            }
        }
    }

    // Not a PinnedListHead, nor a lock that is an object: it should be readonly, and one that is never assigned is null.
    private static bool IsOnHeadOrNode(Diagnostic diagnostic, SuppressionAnalysisContext context)
    {
        SyntaxNode? node = diagnostic.Location.SourceTree?.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
        return node is not null
            && context.GetSemanticModel(node.SyntaxTree).GetDeclaredSymbol(node, context.CancellationToken) is IFieldSymbol field
            && (field.Type.IsListHead() || field.Type.IsListHeadArray() || field.Type.IsListNode() || (field.Type.IsValueType && OwnerLocks.Of(field.ContainingType).Guards(field)));
    }
}
