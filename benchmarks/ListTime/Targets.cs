using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Benchmarks;

/// <summary>What the library promises, as ratios within one run.</summary>
internal static class Targets
{
    private const string Dirty = "C";
    public const string SortPeer = "Boost.Intrusive, normal";
    private const string Reused = "LinkedList<T>, nodes reused";
    private const string Allocated = "LinkedList<T>, nodes allocated";

    /// <summary>Returns those that a run can answer: a peer that is left out leaves out what is compared with it.</summary>
    public static IReadOnlyList<Target> Of(Run run) => [.. Lists(run).Concat(Framework(run)).Concat(Sorts(run)).Concat(Others(run))];

    /// <summary>Returns the fastest contender of some contracts.</summary>
    public static Timing? Best(Result result, params Contract[] contracts) =>
        result.Timings.Where(timing => contracts.Contains(timing.Contract)).MinBy(timing => Ratio.Of(timing, Ours(result)).Value);

    private static IEnumerable<Target> Lists(Run run)
    {
        Result[] lists = [.. run.Results.Where(result => result.Group == Group.Lists && Best(result, Contract.Marks) != null)];
        if (lists.Length == 0)
        {
            yield break;
        }

        double[] ratios = [.. lists.Select(result => Ratio.Of(Ours(result), Best(result, Contract.Marks)!).Value)];
        yield return new Target(run.Runtime, "lists beside the best with the same contract, geometric mean", 1.00, Statistics.GeometricMean([.. lists.Select(BesideChosen)]));
        yield return new Target(run.Runtime, "lists beside the best with the same contract, worst", 1.3, ratios.Max());
        foreach (string peer in lists.SelectMany(result => result.Timings).Where(timing => timing.Contract == Contract.Marks).Select(timing => timing.Contender).Distinct())
        {
            yield return Beside(run, lists, peer, $"lists beside {peer}, geometric mean", 1.00);
        }

        if (lists.Any(result => Find(result, Dirty) != null))
        {
            yield return Beside(run, lists, Dirty, "lists beside C that leaves nodes as they are, geometric mean", 1.05);
        }
    }

    // Chosen by the rounds that it is compared in, the best of three equal peers would be the luckiest: every second round chooses, the others compare, and the other way round.
    private static double BesideChosen(Result result)
    {
        Result even = EverySecond(result, 0);
        Result odd = EverySecond(result, 1);
        return Statistics.GeometricMean([BesideBest(even, odd), BesideBest(odd, even)]);
    }

    private static double BesideBest(Result chooser, Result compared) =>
        Ratio.Of(Ours(compared), Find(compared, Best(chooser, Contract.Marks)!.Contender)!).Value;

    private static Result EverySecond(Result result, int first) =>
        result with { Timings = [.. result.Timings.Select(timing => timing with { Rounds = [.. timing.Rounds.Where((_, round) => round % 2 == first)] })] };

    private static Target Beside(Run run, Result[] lists, string peer, string name, double limit) =>
        new(run.Runtime, name, limit, Statistics.GeometricMean([.. from result in lists
                                                                   let other = Find(result, peer)
                                                                   where other != null
                                                                   select Ratio.Of(Ours(result), other).Value]));

    private static IEnumerable<Target> Framework(Run run) =>
    [
        .. Compare(run, "add 1 thousand, remove first until empty", Allocated, 0.15),
        .. Compare(run, "add 1 thousand, remove first until empty", Reused, 0.35),
        .. Compare(run, "LRU touch, 1 thousand: move a random one to the front", Allocated, 0.12),
        .. Compare(run, "LRU touch, 1 thousand: move a random one to the front", Reused, 0.4),
        .. Compare(run, "LRU touch, 1 million: move a random one to the front", Allocated, 0.12),
        .. Compare(run, "LRU touch, 1 million: move a random one to the front", Reused, 0.4),
        .. Compare(run, "full collection, 10 million live elements", Allocated, 0.002),
    ];

    private static IEnumerable<Target> Sorts(Run run)
    {
        foreach (Result result in run.Results.Where(result => result.Group is Group.Sorts or Group.SmallSorts && Find(result, SortPeer) != null))
        {
            bool ordered = result.Workload.Contains("sorted") || result.Workload.Contains("reversed");
            double shuffled = result.Workload.Contains("shuffled") ? 0.22 : 0.12;
            foreach (Timing sort in result.Timings.Where(timing => timing.Contract == Contract.Own))
            {
                double limit = sort.Contender.StartsWith("SortInPlace") ? 1.4
                    : result.Group == Group.SmallSorts ? 1.0
                    : ordered ? 0.4
                    : sort.Contender.StartsWith("SortBy") ? shuffled : 0.5;
                yield return new Target(run.Runtime, $"{result.Workload}: {sort.Contender} beside {SortPeer}", limit, Ratio.Of(sort, Find(result, SortPeer)!).Value);
            }
        }
    }

    private static IEnumerable<Target> Others(Run run) =>
    [
        .. run.Results.Where(result => result.Group == Group.Pool && result.ElementSize == 32).SelectMany(result => Compare(run, result.Workload, "malloc, free", 0.8)),
        new Target(run.Runtime, "bytes allocated by the lists", 0, run.Results.Where(result => result.Group == Group.Lists).Select(result => Ours(result).AllocatedBytes).DefaultIfEmpty().Max()),
    ];

    private static IEnumerable<Target> Compare(Run run, string workload, string peer, double limit) =>
        from result in run.Results
        where result.Workload == workload && result.ElementSize == 32
        let other = Find(result, peer)
        where other != null
        select new Target(run.Runtime, $"{workload}: beside {peer}", limit, Ratio.Of(Ours(result), other).Value);

    /// <summary>Returns what the library needed.</summary>
    public static Timing Ours(Result result) => result.Timings.First(timing => timing.Contract == Contract.Own);

    private static Timing? Find(Result result, string contender) => result.Timings.FirstOrDefault(timing => timing.Contender == contender);
}
