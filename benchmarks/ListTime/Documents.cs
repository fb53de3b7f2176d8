using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace IntrusiveLists.Benchmarks;

/// <summary>Writes <c>benchmarks.md</c> and its plots.</summary>
internal static class Documents
{
    private const string Method = """
        `benchmarks/run.sh` builds the peers with the compilers that it finds and measures everything anew; `--quick` measures for about a minute, `--json FILE` writes all rounds.

        ## Method

        - **One process, in turn.** In every round each contender does the same work once, in an order that chance decides anew; lists that allocate, and sorts that no target is about, take part in some of the rounds only.
          What is compared are two contenders in the same round: a ratio is the median over the rounds, of which there are, in a full run, 3 (a full collection) to 301 (short work of the pool); in brackets stand the quartiles.
          A ratio of two medians would be chance where a processor works at two speeds, as it does beside a busy neighbour. Nothing is pinned, no priority is changed.
        - **The same work.** All intrusive contenders use the same elements at the same addresses (a key, a node of two pointers, the rest), the same order of the list and
          the same random sequence. After each round what was summed up is compared, and after the first a digest of the list: a contender that did something else stops the run.
        - **Native loops are native.** A round of a native peer is one call; the loop is compiled into the library of the peer with `-O2` (C: also `-fno-strict-aliasing`; Rust: `opt-level = 3`), without flags for this processor.
        - **Contracts.** *Marks*: removal leaves a node that knows that it is on no list (C that zeroes it, Boost's safe mode, Rust; ours too, which in addition checks every node that it is given).
          *Leaves*: removal leaves the node as it was (C, `TAILQ`, Boost's normal mode). *Allocates*: the list owns its nodes. *Pointers*: C# with pointers, which checks nothing. *Framework*: .NET's list; it and *pointers* are no native peers.
          A ratio below 1 says that ours is faster.
        - **The best of several peers**, for the geometric mean over all workloads, is chosen by every second round and compared in the others, and the other way round:
          chosen by the rounds that it is compared in, the best of equal peers would be the luckiest.
        - **Warm.** The JIT has compiled and optimised everything before the first round, with its default settings, and the pooled memory of sorts has been taken from the system. Both compilers' code runs in the same process, each with a runtime of its own.

        ## Caveats

        - Where a compiler of C sees that an element is added again at once, it leaves out the zeroing in between; a JIT does not. In the tables of the workloads, the best peer is chosen after the fact, which favours the peers.
        - `TAILQ`, Rust's `intrusive-collections` and `LinkedList<T>` have no sort, `TAILQ`, `std::list` and `LinkedList<T>` no cut in O(1): they are left out there.
        - `std::list` and `LinkedList<T>` keep their nodes elsewhere, in memory that is allocated in the order of the elements.
        - Sorting lists of a few elements includes adding the elements and clearing the list, for all alike.
        - Drains, and clearing, which *build and drop* does, read ahead where elements lie in memory in order; no peer does. Walks do not read ahead.
        - *Add one, remove it* waits for what it has just written. How fast a processor hands that on depends on the addresses: where that of the head ends as those of the elements do,
          which with elements of 256 B is one place in four, ours takes 1.2 to 1.5 times as long as Rust instead of 0.9 times, and C two thirds of its time. Elements begin at a page, heads 64 bytes into one, so that all runs are alike.
        - A machine that does something else meanwhile shows in the spread first.
        """;

    /// <summary>Writes the files.</summary>
    public static void Write(string directory, Summary summary)
    {
        string plots = Path.Combine(directory, "benchmarks");
        Directory.CreateDirectory(plots);
        var page = new StringBuilder("# Benchmarks\n\n");
        page.Append(Method.ReplaceLineEndings("\n")).Append("\n\n");
        Machine(page, summary);
        TargetTable(page, summary);
        foreach ((Group group, string title, string file) in new[] { (Group.Lists, "Lists", "lists"), (Group.Sorts, "Sorts", "sorts"), (Group.SmallSorts, "Sorts of short lists", "small-sorts"), (Group.Pool, "Pool", "pool") })
        {
            Section(page, summary, group, title, Path.Combine(plots, file + ".svg"));
        }

        Collections(page, summary);
        Memory(page, summary);
        File.WriteAllText(Path.Combine(directory, "benchmarks.md"), page.ToString());
    }

    private static void Machine(StringBuilder page, Summary summary)
    {
        page.Append("## Machine\n\n").AppendJoin('\n', summary.Machine.Select(entry => $"- {entry.Key}: {entry.Value}")).Append('\n');
        page.Append($"- Length of the run: {(summary.Quick ? "quick" : "full")}\n");
        page.Append($"- Left out: {(summary.LeftOut.Count == 0 ? "nothing" : string.Join(", ", summary.LeftOut))}\n\n");
    }

    private static void TargetTable(StringBuilder page, Summary summary)
    {
        page.Append("## Targets\n\n| target | at most |");
        page.AppendJoin(null, summary.Runs.Select(run => $" {run.Runtime} |")).Append("\n|---|---|").AppendJoin(null, summary.Runs.Select(_ => "---|")).Append('\n');
        foreach (IGrouping<string, Target> target in summary.Targets.GroupBy(target => target.Name))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {target.Key} | {target.First().Limit:0.###} |");
            foreach (Run run in summary.Runs)
            {
                page.Append(' ').Append(target.FirstOrDefault(entry => entry.Runtime == run.Runtime) is { } found ? Measured(found) : "").Append(" |");
            }

            page.Append('\n');
        }

        page.Append("\nWhat is missed stands in bold.\n\n");
    }

    private static string Measured(Target target)
    {
        string value = target.Measured.ToString("0.000", CultureInfo.InvariantCulture);
        return target.IsReached ? value : $"**{value}**";
    }

    private static void Section(StringBuilder page, Summary summary, Group group, string title, string plot)
    {
        string[] runtimes = [.. summary.Runs.Select(run => run.Runtime)];
        var chart = new BarChart($"{title}: our time as a share of the best native peer's", runtimes);
        page.Append($"## {title}\n\n![{title}](benchmarks/{Path.GetFileName(plot)})\n\n");
        foreach (Result result in summary.Runs[0].Results.Where(result => result.Group == group))
        {
            Result[] results = [.. summary.Runs.Select(run => run.Results.First(other => other.Workload == result.Workload && other.ElementSize == result.ElementSize))];
            Table(page, result, results, runtimes);
            foreach (Timing ours in result.Timings.Where(timing => timing.Contract == Contract.Own))
            {
                double[] ratios = [.. results.Where(found => Best(found) != null).Select(found => Ratio.Of(Same(found, ours), Best(found)!).Value)];
                string name = group is Group.Sorts or Group.SmallSorts ? $"{result.Workload}, {ours.Contender}" : $"{result.Workload}, {result.ElementSize} B";
                chart.Add(name, ratios);
            }
        }

        chart.Save(plot);
    }

    private static void Table(StringBuilder page, Result result, Result[] results, string[] runtimes)
    {
        page.Append($"### {char.ToUpperInvariant(result.Workload[0])}{result.Workload[1..]}, {result.ElementSize} B\n\n| contender | contract |");
        page.AppendJoin(null, runtimes.Select(runtime => $" ns, {runtime} | share of the best native peer's |")).Append("\n|---|---|").AppendJoin(null, runtimes.Select(_ => "---|---|")).Append('\n');
        foreach (Timing timing in result.Timings)
        {
            page.Append($"| {timing.Contender} | {(timing.Contract == Contract.Own ? "ours" : timing.Contract.ToString().ToLowerInvariant())} |");
            foreach (Result found in results)
            {
                Timing same = Same(found, timing);
                page.Append(CultureInfo.InvariantCulture, $" {Statistics.Median(same.Rounds):0.00} | {(Best(found) is { } best ? Ratio.Of(same, best).ToString() : "")} |");
            }

            page.Append('\n');
        }

        page.Append('\n');
    }

    private static void Collections(StringBuilder page, Summary summary)
    {
        page.Append("## Full collection with 10 million live elements\n\n| contender |").AppendJoin(null, summary.Runs.Select(run => $" ms, {run.Runtime} |"));
        page.Append("\n|---|").AppendJoin(null, summary.Runs.Select(_ => "---|")).Append('\n');
        foreach (IGrouping<string, Timing> contender in summary.Runs.SelectMany(run => run.Results.Where(result => result.Group == Group.Collection)).SelectMany(result => result.Timings).GroupBy(timing => timing.Contender))
        {
            page.Append($"| {contender.Key} |").AppendJoin(null, contender.Select(timing => FormattableString.Invariant($" {Statistics.Median(timing.Rounds) / 1e6:0.000} |"))).Append('\n');
        }

        page.Append('\n');
    }

    private static void Memory(StringBuilder page, Summary summary)
    {
        page.Append("## Bytes for an element with 16 bytes of data\n\n| contender | bytes |\n|---|---|\n");
        page.AppendJoin(null, summary.BytesPerElement.Select(entry => $"| {entry.Key} | {entry.Value} |\n"));
    }

    private static Timing? Best(Result result) => Targets.Best(result, Contract.Marks, Contract.Leaves, Contract.Allocates);

    private static Timing Same(Result result, Timing timing) => result.Timings.First(other => other.Contender == timing.Contender);
}
