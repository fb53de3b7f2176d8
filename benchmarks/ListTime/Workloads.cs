using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Benchmarks;

/// <summary>What is measured.</summary>
internal static class Workloads
{
    private const int Small = 1_000;
    private const int Middle = 100_000;
    private const int Large = 1_000_000;

    private const int CollectionsInRound = 3;

    private static readonly int[] ShortLists = [10, 50, 99];

    private static readonly (KeyPattern Pattern, string Name)[] Patterns =
    [
        (KeyPattern.Random, "random"),
        (KeyPattern.Sorted, "sorted"),
        (KeyPattern.Reversed, "reversed"),
        (KeyPattern.FewDistinct, "16 distinct"),
    ];

    /// <summary>Returns the workloads: all, or those that fit into about a minute.</summary>
    public static IEnumerable<Workload> All(bool quick) => quick
        ? Of(Contenders.SmallSize, quick).Where(workload => workload.Group != Group.Sorts || workload.Keys == KeyPattern.Random)
        : [.. Of(Contenders.SmallSize, quick), .. Of(Contenders.LargeSize, quick).Where(workload => workload.Group is Group.Lists or Group.Pool)];

    /// <summary>Returns how often a workload is measured: the longer it takes, the less it is disturbed.</summary>
    public static int Rounds(Workload workload, bool quick) => workload switch
    {
        { Group: Group.Sorts, Shuffled: true } when quick => 2,
        { Group: Group.Sorts } when quick => 4,

        // Random keys are what most is asked of, and differ most from round to round.
        { Group: Group.Sorts, Keys: KeyPattern.Random } => 11,
        { Group: Group.Sorts } => 5,
        { Group: Group.SmallSorts } => quick ? 11 : 31,
        { Group: Group.Collection } => quick ? 1 : 3,
        { Group: Group.Pool, Count: Large, Shuffled: true } => quick ? 3 : 5,
        { Group: Group.Pool, Count: Large } => quick ? 7 : 11,
        { Group: Group.Pool } => 301,
        { ElementSize: Contenders.LargeSize, Count: Large } => 13,
        { Count: Large, Shuffled: true } => quick ? 2 : 9,
        { Count: Large, Operation: "touch" } when quick => 6,
        { Count: Large } => quick ? 9 : 27,
        { Count: Middle } => quick ? 27 : 81,
        _ => quick ? 63 : 189,
    };

    /// <summary>Returns in how many rounds a contender takes part once: those that prepare for longer than they take are also far from the others.</summary>
    public static int Interval(Workload workload, Contender contender) => (workload, contender.Contract) switch
    {
        ({ Group: Group.Sorts, Keys: KeyPattern.Random }, not Contract.Own) when contender.Name != Targets.SortPeer => 4,
        ({ Group: Group.Lists, Count: Large }, Contract.Framework or Contract.Allocates) => 9,
        ({ Group: Group.Lists }, Contract.Framework) => 9,
        ({ Group: Group.Lists }, Contract.Allocates) => 3,
        _ => 1,
    };

    /// <summary>Returns whether a contender takes part: where time is short, only those that a target is about.</summary>
    public static bool Admits(Workload workload, Contender contender, bool quick) => contender.Can(workload.Operation) && (!quick || workload switch
    {
        { Group: Group.Sorts } => contender.Name is "SortBy(long)" or "Sort(comparison)" or Targets.SortPeer,
        { Group: Group.Pool, Count: Large } => contender.Contract == Contract.Own || contender.Name == "malloc, free",
        { Count: Large, Operation: "touch" } => contender.Contract == Contract.Framework || IsTarget(contender),
        { Count: Large } => IsTarget(contender),
        _ => true,
    });

    private static bool IsTarget(Contender contender) => contender.Contract is Contract.Own or Contract.Marks || contender.Name == "C";

    private static IEnumerable<Workload> Of(int elementSize, bool quick) =>
        Lists(quick ? 1 : 2).Concat(Sorts()).Concat(SmallSorts()).Concat(Pools()).Append(Collections()).Select(workload => workload with { ElementSize = elementSize });

    private static IEnumerable<Workload> Lists(int scale)
    {
        long steps = 500_000L * scale;

        // So short that most rounds end before the system gives the processor to somebody else.
        const int Few = 100_000;
        yield return Loop("add one, remove it", "pair", Small, Few) with { Preparation = Workload.Nothing };
        yield return Loop("add 1 thousand, remove first until empty", "cycle", Small, Few) with { Preparation = Workload.Nothing };
        yield return Loop("queue of 1 thousand: remove first, add last", "fifo", Small, Few);
        yield return Loop("queue of 1 million: remove first, add last", "fifo", Large, steps);
        yield return Loop("LRU touch, 1 thousand: move a random one to the front", "touch", Small, Few);
        yield return Loop("LRU touch, 1 million: move a random one to the front", "touch", Large, steps);
        yield return Loop("remove a random one, add it last, 100 thousand", "readd", Middle, Few);
        yield return Loop("walk 1 million, in memory order", "walk", Large, Large);
        yield return Loop("walk 1 million, shuffled in memory", "walk", Large, Large) with { Shuffled = true };
        yield return Loop("build 1 million and drop them", "build", Large, Large) with { Preparation = Workload.Nothing };
        yield return Loop("cut before a random one, splice, 1 thousand", "cut", Small, Few);
        yield return Loop("drain 1 million, in memory order", "drain", Large, Large);
        yield return Loop("drain 1 million, shuffled in memory", "drain", Large, Large) with { Shuffled = true };
    }

    private static Workload Loop(string name, string operation, long count, long steps) => new(Group.Lists, name, operation, count, steps) { Operations = steps };

    private static IEnumerable<Workload> Sorts() =>
        from shuffled in new[] { false, true }
        from pattern in Patterns
        select new Workload(Group.Sorts, $"sort 1 million, {pattern.Name}, {(shuffled ? "shuffled in memory" : "in memory order")}", "sort", Large, Large)
        {
            Shuffled = shuffled,
            Keys = pattern.Pattern,
            Operations = Large,
        };

    private static IEnumerable<Workload> SmallSorts() =>
        from length in ShortLists
        select new Workload(Group.SmallSorts, $"sort lists of {length}, random", "sort_small", Middle, length) { Preparation = Workload.Nothing, Operations = Middle };

    private static IEnumerable<Workload> Pools()
    {
        yield return Pool("allocate one, free it", "allocate_pair", Small, 50_000);
        yield return Pool("allocate 1 thousand, free them", "allocate_batch", Small, Small);
        yield return Pool("allocate 1 million, free them in order", "allocate_batch", Large, Large);
        yield return Pool("allocate 1 million, free them at random", "allocate_batch", Large, Large) with { Shuffled = true };
    }

    private static Workload Pool(string name, string operation, long count, long steps) => new(Group.Pool, name, operation, count, steps) { Preparation = Workload.Nothing, Operations = steps };

    // One may be disturbed.
    private static Workload Collections() => new(Group.Collection, "full collection, 10 million live elements", "collect", 1, CollectionsInRound)
    {
        Preparation = "keep_alive",
        Operations = CollectionsInRound,
    };
}
