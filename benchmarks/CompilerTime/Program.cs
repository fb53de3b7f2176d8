using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace IntrusiveLists.Benchmarks;

/// <summary>
/// Measures what the generator and the analyzers add to the time of the compiler.
/// </summary>
internal static class Program
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static int Main(string[] arguments)
    {
        if (Options.Parse(arguments) is not { } options)
        {
            Console.Error.WriteLine(Options.Usage);
            return 2;
        }

        // Whoever breaks off a run keeps what it has measured.
        foreach (Run run in Measure(options))
        {
            Write(run, options);
        }

        return 0;
    }

    private static void Write(Run run, Options options)
    {
        if (options.Document is { } document)
        {
            File.WriteAllText(document, Documents.Write(run));
        }

        if (options.Json is { } json)
        {
            File.WriteAllText(json, JsonSerializer.Serialize(run, s_json));
        }
    }

    private static IEnumerable<Run> Measure(Options options)
    {
        var sdk = SdkAnalyzers.Load();
        var analyzers = new AnalyzerTime(sdk);
        var run = new Run(Machine.Describe(sdk), options.Quick, IsFinished: false, ImmutableSortedDictionary<int, int>.Empty, [], ImmutableDictionary<string, int>.Empty, []);
        foreach (AnalyzedProgram program in Workloads.Analyzed().Where(program => $"{AnalyzerTime.Part} {program.Name}".Contains(options.Filter)))
        {
            Result result = analyzers.Measure(program, Workloads.AnalyzerRounds(program, options.Quick));
            Console.WriteLine($"{result.Workload}: {result.Compare(AnalyzerTime.WithOurs, AnalyzerTime.Sdk).InPercent()}");
            run = run with { Results = run.Results.Add(result), Lines = run.Lines.Add(program.Name, program.Lines), Each = program.Name == Workloads.HeadsInProgram ? [.. analyzers.MeasureEach(program)] : run.Each };
            yield return run;
        }

        GeneratorTime.WarmUp();
        foreach (int heads in Workloads.GeneratedHeads.Where(heads => $"{GeneratorTime.Part} {heads} heads".Contains(options.Filter)))
        {
            var program = new HeadProgram(heads);
            run = run with { StepsAfterEdit = run.StepsAfterEdit.Add(heads, GeneratorTime.CountStepsAfterEdit(program)) };
            foreach (Result result in GeneratorTime.Measure(program, heads, options.Quick))
            {
                Console.WriteLine($"{result.Workload}: {result.Compare(GeneratorTime.Ours, GeneratorTime.Empty)} of {GeneratorTime.Empty}, {result.Compare(GeneratorTime.Ours, GeneratorTime.SameText)} of {GeneratorTime.SameText}, waited {result.CompareWaits(GeneratorTime.Ours, GeneratorTime.SameText)}");
                run = run with { Results = run.Results.Add(result) };
                yield return run;
            }
        }

        yield return run with { IsFinished = true };
    }
}
