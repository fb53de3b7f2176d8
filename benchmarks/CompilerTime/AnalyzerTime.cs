using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using IntrusiveLists.Analyzers;
using IntrusiveLists.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Benchmarks;

/// <summary>
/// Measures what the analyzers add to the time of a compilation: from the texts to an assembly with its symbols, the generator included.
/// </summary>
internal sealed class AnalyzerTime(SdkAnalyzers sdk)
{
    public const string Part = "analyzers";
    public const string Sdk = "analyzers of the SDK";
    public const string WithOurs = "analyzers of the SDK and ours";

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_ours = typeof(DeclarationAnalyzer).Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .ToImmutableArray();

    /// <summary>Measures a program with the analyzers of the SDK, and with ours beside them.</summary>
    public Result Measure(AnalyzedProgram program, int rounds) => Turns.Take(Part, program.Name, rounds, [Building(Sdk, program, rounds, sdk.Analyzers), Building(WithOurs, program, rounds, sdk.Analyzers.AddRange(s_ours))]);

    /// <summary>Returns the milliseconds that each of our analyzers takes, the largest first. The first to ask for a body pays for it, so all come behind the idle analyzer.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> MeasureEach(AnalyzedProgram program)
    {
        AnalysisResult result = Analyze(Compile(program), [new IdleAnalyzer(), .. s_ours], logsTime: true).GetAnalysisResultAsync(default).GetAwaiter().GetResult();
        IEnumerable<KeyValuePair<string, double>> times =
            from analyzer in s_ours
            let telemetry = result.AnalyzerTelemetryInfo[analyzer]
            orderby telemetry.ExecutionTime descending
            select KeyValuePair.Create(analyzer.GetType().Name, telemetry.ExecutionTime.TotalMilliseconds);
        return [.. times];
    }

    // The round that warms up is that after the last.
    private Contender Building(string name, AnalyzedProgram program, int rounds, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        new(name, round => new Work(() => Build(round == rounds ? Workloads.WarmUp : program, analyzers)));

    private void Build(AnalyzedProgram program, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        Compilation compilation = Compile(program);
        if (!analyzers.IsEmpty)
        {
            CompilationWithAnalyzers analysis = Analyze(compilation, analyzers, logsTime: false);
            Require(analysis.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult(), diagnostic => !diagnostic.Id.StartsWith("ILIST", StringComparison.Ordinal) && diagnostic.Id != "AD0001");
            compilation = analysis.Compilation;
        }

        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        Require(compilation.Emit(image, symbols).Diagnostics, diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
    }

    private Compilation Compile(AnalyzedProgram program)
    {
        SyntaxTree[] trees = [.. program.Files.Select(Programs.Parse)];
        Compilation compilation = Programs.Create(trees, program.RefersToRuntime ? [Programs.Runtime] : []);
        compilation = compilation.WithOptions(compilation.Options.WithConcurrentBuild(false).WithSpecificDiagnosticOptions(sdk.Severities));
        if (program.RefersToRuntime)
        {
            Programs.Driver(new ListGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
        }

        return compilation;
    }

    private static CompilationWithAnalyzers Analyze(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, bool logsTime) =>
        new(compilation, analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: logsTime));

    private static void Require(ImmutableArray<Diagnostic> diagnostics, Func<Diagnostic, bool> condition)
    {
        if (diagnostics.FirstOrDefault(diagnostic => !condition(diagnostic)) is { } broken)
        {
            throw new InvalidOperationException($"The program is not right: {broken}");
        }
    }
}
