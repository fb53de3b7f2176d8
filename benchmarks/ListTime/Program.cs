using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace IntrusiveLists.Benchmarks;

/// <summary>
/// Measures the lists of this library beside those of C, C++, Rust and .NET: all of them in one process, on the same memory, in turn.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (Options.Parse(arguments) is not { } options)
        {
            Console.Error.WriteLine(Options.Usage);
            return 2;
        }

        Summary summary = Measure(options);
        if (options.Documents is { } directory)
        {
            Documents.Write(directory, summary);
        }

        if (options.Output is { } output)
        {
            File.WriteAllText(output, JsonSerializer.Serialize(summary, SummaryJson.Default.Summary));
        }

        return 0;
    }

    private static Summary Measure(Options options)
    {
        Func<int, IEnumerable<Contender>> hosted = options is { HostLibrary: { } library, HostedProgram: { } program } ? JustInTime.Start(library, program) : _ => [];
        IReadOnlyList<Contender> small = Contenders.All(options.Peers, hosted, Contenders.SmallSize);
        IReadOnlyList<Contender> large = Contenders.All(options.Peers, hosted, Contenders.LargeSize);
        (Workload Workload, IReadOnlyList<Contender> Contenders)[] all =
        [
            .. from workload in Workloads.All(options.Quick)
               where workload.Name.Contains(options.Filter) || workload.Group.ToString().Contains(options.Filter)
               let contenders = (workload.ElementSize == Contenders.SmallSize ? small : large).Where(contender => Workloads.Admits(workload, contender, options.Quick)).ToList()
               select (workload, (IReadOnlyList<Contender>)contenders),
        ];
        Runner.WarmUp(all);
        Console.WriteLine("our time as a share of the best native peer's, median of the rounds [quartiles]");
        Result[] results = [.. all.Select(entry => Show(Runner.Run(entry.Workload, entry.Contenders, Workloads.Rounds(entry.Workload, options.Quick))))];
        Run[] runs = [.. small.Select(contender => contender.Compiler).OfType<string>().Distinct().Select(compiler => Run.Of(compiler, results))];
        return new Summary(options.Quick, Machine(), LeftOut(options, runs), MemoryUse.Measure(small), [.. runs.SelectMany(Targets.Of)], runs);
    }

    private static string[] LeftOut(Options options, Run[] runs) =>
        [.. NativePeers.Missing(options.Peers), .. new[] { Compilers.JustInTime, Compilers.AheadOfTime }.Except(runs.Select(run => run.Runtime))];

    private static Result Show(Result result)
    {
        Timing? best = Targets.Best(result, Contract.Marks, Contract.Leaves, Contract.Allocates) ?? Targets.Best(result, Contract.Framework);
        foreach (Timing ours in result.Timings.Where(timing => timing.Contract == Contract.Own))
        {
            string ratio = best == null ? "no peer" : $"{Ratio.Of(ours, best)} of {best.Contender}";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {result.Workload} ({result.ElementSize} B), {ours.Contender}, {ours.Compiler}: {Statistics.Median(ours.Rounds):0.00} ns, {ratio}"));
        }

        return result;
    }

    private static Dictionary<string, string> Machine() => new()
    {
        ["System"] = RuntimeInformation.OSDescription,
        ["Processor"] = ProcessorName(),
        ["Processors"] = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture),
        ["Runtime"] = RuntimeInformation.FrameworkDescription,
    };

    private static string ProcessorName()
    {
        const string Field = "model name";
        const string Information = "/proc/cpuinfo";
        string? line = File.Exists(Information) ? File.ReadLines(Information).FirstOrDefault(line => line.StartsWith(Field)) : null;
        return line?.Substring(line.IndexOf(':') + 1).Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
