using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Stands for the analyzers of an editor: reports one rule of theirs on every field.
/// </summary>
#pragma warning disable RS1001, RS1017 // It is made by hand for the rule that a test names
internal sealed class FieldReporter(string rule) : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor _descriptor = new(rule, "A field", "'{0}' is a field", "Style", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(symbol => symbol.ReportDiagnostic(Diagnostic.Create(_descriptor, symbol.Symbol.Locations[0], symbol.Symbol.Name)), SymbolKind.Field);
    }
}
