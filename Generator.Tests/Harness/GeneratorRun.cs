using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntrusiveLists.Generator.Tests;

/// <summary>A run of the generator, its steps recorded.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(GeneratorDriver driver, Compilation output)
    {
        Driver = driver;
        Output = output;
    }

    public GeneratorDriver Driver { get; }

    public Compilation Output { get; }

    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    public IEnumerable<(string HintName, string Text)> Files =>
        Result.GeneratedSources.IsDefault ? [] : Result.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString()));

    public static GeneratorRun Of(CSharpCompilation compilation, IIncrementalGenerator? generator = null) =>
        Of(compilation, (generator ?? new ListGenerator()).AsSourceGenerator());

    public static GeneratorRun Of(CSharpCompilation compilation, ISourceGenerator generator)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [generator],
            parseOptions: (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return Continue(driver, compilation);
    }

    /// <summary>Runs again on an edited compilation.</summary>
    public GeneratorRun Then(Compilation compilation) =>
        Continue(compilation.SyntaxTrees.FirstOrDefault() is { } tree ? Driver.WithUpdatedParseOptions(tree.Options) : Driver, compilation);

    /// <summary>Returns why each output of a step has the value that it has.</summary>
    public ImmutableArray<IncrementalStepRunReason> ReasonsOf(string step) => Result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs)
        ? [.. runs.SelectMany(run => run.Outputs).Select(output => output.Reason)]
        : [];

    /// <summary>Returns why each generated file has the text that it has.</summary>
    public ImmutableArray<IncrementalStepRunReason> ReasonsOfFiles() =>
        [.. Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private static GeneratorRun Continue(GeneratorDriver driver, Compilation compilation)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Xunit.Assert.Empty(diagnostics);
        var run = new GeneratorRun(driver, output);
        Xunit.Assert.Null(run.Result.Exception);
        return run;
    }
}
