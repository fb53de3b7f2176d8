using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds tags that are right and yet have no list: the generator did not run, or it cannot see what another generator has made.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NothingGeneratedAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.NothingGenerated);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (!start.Compilation.MayUseRuntime())
            {
                return;
            }

            // While code is typed the generator may be a step behind; at the end of a build it is not.
            var orphans = new ConcurrentBag<Diagnostic>();
            start.RegisterSymbolAction(symbol => AnalyzeField(symbol, orphans), SymbolKind.Field);
            start.RegisterCompilationEndAction(end => Report(end, orphans));
        });
    }

    private static void AnalyzeField(SymbolAnalysisContext context, ConcurrentBag<Diagnostic> orphans)
    {
        var head = (IFieldSymbol)context.Symbol;
        if (!head.Type.IsAnyHead() || head.Tags() is not [AttributeData tag, ..])
        {
            return;
        }

        ParsedTag parsed = ParsedTags.Of(head, tag, context.Compilation, context.CancellationToken);
        if (parsed.Problems.IsEmpty && parsed.Model.Head is { } model && !HasList(head, model))
        {
            var syntax = new TagSyntax(tag, head, context.CancellationToken);
            orphans.Add(Diagnostic.Create(DiagnosticDescriptors.NothingGenerated, syntax.Attribute, head.InMessage(), Reason(head, model, parsed.Element!, context.CancellationToken)));
        }
    }

    private static bool HasList(IFieldSymbol head, HeadModel model) =>
        head.ContainingType.GetMembers((model.Guard?.Type ?? model.Property).TrimStart('@')).Any(member => member.IsGenerated());

    private static string Reason(IFieldSymbol head, HeadModel model, INamedTypeSymbol element, CancellationToken cancellationToken)
    {
        ISymbol? unseen = new[] { head, element.OriginalDefinition.GetMembers(model.Node).FirstOrDefault() }.FirstOrDefault(symbol => IsMadeByGenerator(symbol, cancellationToken));
        return unseen is null
            ? "the generator IntrusiveLists.Generator did not run"
            : $"another generator makes '{unseen.InMessage()}', and no generator sees what another makes; declare it in a file of the project";
    }

    private static bool IsMadeByGenerator(ISymbol? symbol, CancellationToken cancellationToken) =>
        symbol?.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration && GeneratedFiles.Contain(declaration.SyntaxTree, cancellationToken);

    private static void Report(CompilationAnalysisContext context, ConcurrentBag<Diagnostic> orphans)
    {
        foreach (Diagnostic orphan in orphans)
        {
            context.ReportDiagnostic(orphan);
        }
    }
}
