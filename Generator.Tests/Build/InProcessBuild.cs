using System.Collections.Immutable;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;
using IntrusiveLists.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// The generator and all analyzers on one compilation, as in a build, in the compiler that the tests are compiled with.
/// </summary>
internal sealed class InProcessBuild
{
    private InProcessBuild(GeneratorRun generation, ImmutableArray<Diagnostic> diagnostics)
    {
        Generation = generation;
        Diagnostics = diagnostics;
    }

    public static AnalyzerFile GeneratorFile { get; } = new(typeof(ListGenerator).Assembly.Location);

    public static AnalyzerFile AnalyzersFile { get; } = new(typeof(DeclarationAnalyzer).Assembly.Location);

    public GeneratorRun Generation { get; }

    /// <summary>Gets what the compiler and the analyzers report, without what is suppressed.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Builds; fails when the generator or an analyzer throws.</summary>
    public static async Task<InProcessBuild> RunAsync(CSharpCompilation compilation)
    {
        // An analyzer that throws is otherwise no more than a warning (AD0001), a generator as well (CS8785).
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => ExceptionDispatchInfo.Throw(exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var generation = GeneratorRun.Of(compilation, InProcessBuild.GeneratorFile.Generators.Single());
        ImmutableArray<Diagnostic> diagnostics = await new CompilationWithAnalyzers(generation.Output, AnalyzersFile.Analyzers, options).GetAllDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id is "AD0001" or "CS8785" or "CS9057");
        return new InProcessBuild(generation, diagnostics);
    }
}
