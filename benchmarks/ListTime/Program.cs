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
    private const int QuickPauses = 1;
    private const int FullPauses = 3;

    private static int Main(string[] arguments)
    {
        if (Options.Parse(arguments) is not { } options)
        {
            Console.Error.WriteLine(Options.Usage);
            return 2;
        }

        return options.Documents is { } directory ? Report(options, directory) : Measure(options);
    }

    private static int Report(Options options, string directory)
    {
        Run[] runs = [.. options.Inputs.Select(path => JsonSerializer.Deserialize(File.ReadAllText(path), RunJson.Default.Run)!)];
        var summary = new Summary([.. runs.SelectMany(Targets.Of)], runs);
        Documents.Write(directory, summary);
        if (options.Output is { } output)
        {
            File.WriteAllText(output, JsonSerializer.Serialize(summary, RunJson.Default.Summary));
        }

        return 0;
    }

    private static int Measure(Options options)
    {
        using var smallPool = new PoolContender<SmallElement>();
        using var largePool = new PoolContender<LargeElement>();
        IReadOnlyList<Contender> small = Contenders.Small(options.Peers, smallPool);
        IReadOnlyList<Contender> large = Contenders.Large(options.Peers, largePool);
        (Workload Workload, IReadOnlyList<Contender> Contenders)[] all =
        [
            .. from workload in Workloads.All(options.Quick)
               where workload.Name.Contains(options.Filter) || workload.Group.ToString().Contains(options.Filter)
               let contenders = (workload.ElementSize == 32 ? small : large).Where(contender => Workloads.Admits(workload, contender, options.Quick)).ToList()
               select (workload, (IReadOnlyList<Contender>)contenders),
        ];
        Runner.WarmUp(all);
        var run = new Run(
            options.Runtime,
            options.Quick,
            Machine(),
            [.. NativePeers.Missing(options.Peers)],
            MemoryUse.Measure(small),
            [.. Results(options, all)]);
        if (options.Output is { } output)
        {
            File.WriteAllText(output, JsonSerializer.Serialize(run, RunJson.Default.Run));
        }

        return 0;
    }

    private static IEnumerable<Result> Results(Options options, (Workload Workload, IReadOnlyList<Contender> Contenders)[] all)
    {
        Console.WriteLine($"{options.Runtime}: our time as a share of the best native peer's, median of the rounds [quartiles]");
        foreach ((Workload workload, IReadOnlyList<Contender> contenders) in all)
        {
            yield return Show(Runner.Run(workload, contenders, Workloads.Rounds(workload, options.Quick)));
        }

        if ("Collection".Contains(options.Filter))
        {
            yield return Show(CollectionPause.Measure(options.Quick ? QuickPauses : FullPauses));
        }
    }

    private static Result Show(Result result)
    {
        Timing? best = Targets.Best(result, Contract.Marks, Contract.Leaves, Contract.Allocates) ?? Targets.Best(result, Contract.Framework);
        foreach (Timing ours in result.Timings.Where(timing => timing.Contract == Contract.Own))
        {
            string ratio = best == null ? "no peer" : $"{Ratio.Of(ours, best)} of {best.Contender}";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {result.Workload} ({result.ElementSize} B), {ours.Contender}: {Statistics.Median(ours.Rounds):0.00} ns, {ratio}"));
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
