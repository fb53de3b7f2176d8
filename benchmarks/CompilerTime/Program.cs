using System;
using System.Collections.Generic;
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

        Run run = Measure(options);
        if (options.Document is { } document)
        {
            File.WriteAllText(document, Documents.Write(run));
        }

        if (options.Json is { } json)
        {
            File.WriteAllText(json, JsonSerializer.Serialize(run, s_json));
        }

        return 0;
    }

    private static Run Measure(Options options)
    {
        var sdk = SdkAnalyzers.Load();
        var analyzers = new AnalyzerTime(sdk);
        var steps = new Dictionary<int, int>();
        var results = new List<Result>();
        foreach (int heads in Workloads.GeneratedHeads.Where(heads => $"{GeneratorTime.Part} {heads}".Contains(options.Filter)))
        {
            var program = new HeadProgram(heads);
            steps.Add(heads, GeneratorTime.CountStepsAfterEdit(program));
            foreach (Result result in GeneratorTime.Measure(program, heads, options.Quick))
            {
                Console.WriteLine($"{result.Workload}: {result.Compare(GeneratorTime.Ours, GeneratorTime.Empty)} of {GeneratorTime.Empty}, {result.Compare(GeneratorTime.Ours, GeneratorTime.SameText)} of {GeneratorTime.SameText}, waited {result.CompareWaits(GeneratorTime.Ours, GeneratorTime.SameText)}, {Environment.CpuUsage.TotalTime.TotalSeconds:0} s");
                results.Add(result);
            }
        }

        AnalyzedProgram[] programs = [.. Workloads.Analyzed().Where(program => $"{AnalyzerTime.Part} {program.Name}".Contains(options.Filter))];
        foreach (AnalyzedProgram program in programs)
        {
            Result result = analyzers.Measure(program, Workloads.AnalyzerRounds(program, options.Quick));
            Console.WriteLine($"{result.Workload}: {result.Compare(AnalyzerTime.WithOurs, AnalyzerTime.Sdk).InPercent()}, {Environment.CpuUsage.TotalTime.TotalSeconds:0} s");
            results.Add(result);
        }

        AnalyzedProgram? largest = programs.FirstOrDefault(program => program.Name == Workloads.HeadsInProgram);
        return new Run(Machine.Describe(sdk), options.Quick, steps, results, programs.ToDictionary(program => program.Name, program => program.Lines), largest is null ? [] : analyzers.MeasureEach(largest));
    }
}
