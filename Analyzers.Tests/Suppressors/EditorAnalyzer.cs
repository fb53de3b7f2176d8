using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Analyzers.Tests;

// These rules are for analyzers in packages; this one is loaded by tests alone.
#pragma warning disable RS1036, RS1038, RS1041, RS2008

/// <summary>
/// Says of every field what an editor says of some.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EditorAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor MakeReadOnly = new("IDE0044", "Title", "Make it readonly", "Style", DiagnosticSeverity.Warning, isEnabledByDefault: true);
    private static readonly DiagnosticDescriptor RemoveUnused = new("IDE0051", "Title", "Remove it", "Style", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [MakeReadOnly, RemoveUnused];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(AnalyzeField, SymbolKind.Field);
    }

    private static void AnalyzeField(SymbolAnalysisContext context)
    {
        context.ReportDiagnostic(Diagnostic.Create(MakeReadOnly, context.Symbol.Locations[0]));
        context.ReportDiagnostic(Diagnostic.Create(RemoveUnused, context.Symbol.Locations[0]));
    }
}
