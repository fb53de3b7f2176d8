using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>A callback that throws, at each of its calls: no element is lost, none is there twice, and the lists are valid.</summary>
public sealed class CallbackFaultTests
{
    // Enough for merges on top of insertion sorts.
    private const int Size = 40;

    // Enough for merges of the blocks that are sorted on the stack.
    private const int LargeSize = 400;

    // Some duplicates, odd and even.
    private static readonly Func<int, int> Shuffled = key => key * 7 / 3 % 11;
    private static readonly Func<int, int> Sorted = key => key % Size / 2;

    private static readonly Dictionary<string, Operation> Sorts = new()
    {
        ["Sort(comparison)"] = (list, _, fault) => list.Sort((x, y) => fault.Pass(x.Value.Rank.CompareTo(y.Value.Rank))),
        ["Sort(comparer)"] = (list, _, fault) => list.Sort(new FaultyComparer(fault)),
        ["SortInPlace(comparison)"] = (list, _, fault) => list.SortInPlace((x, y) => fault.Pass(x.Value.Rank.CompareTo(y.Value.Rank))),
        ["SortInPlace(comparer)"] = (list, _, fault) => list.SortInPlace(new FaultyComparer(fault)),
        ["SortBy, selector"] = (list, _, fault) => list.SortBy(element => fault.Pass(element.Value.Rank)),
        ["SortBy, key"] = (list, _, fault) => list.SortBy(element => new FaultyKey(element.Value.Rank, fault)),
    };

    private static readonly Dictionary<string, Operation> Merges = new()
    {
        ["Merge(comparison)"] = (list, other, fault) => list.Merge(other, (x, y) => fault.Pass(x.Value.Rank.CompareTo(y.Value.Rank))),
        ["Merge(comparer)"] = (list, other, fault) => list.Merge(other, new FaultyComparer(fault)),
    };

    private static readonly Dictionary<string, Operation> Removals = new()
    {
        ["RemoveWhere(predicate)"] = (list, _, fault) => list.RemoveWhere(element => fault.Pass(element.Value.Rank % 2 != 0)),
        ["RemoveWhere(predicate, into)"] = (list, other, fault) => list.RemoveWhere(element => fault.Pass(element.Value.Rank % 2 != 0), other),
    };

    private static readonly Dictionary<string, Operation> DuplicateRemovals = new()
    {
        ["delegate"] = (list, _, fault) => list.RemoveConsecutiveDuplicates((x, y) => fault.Pass(x.Value.Rank == y.Value.Rank)),
        ["delegate, into"] = (list, other, fault) => list.RemoveConsecutiveDuplicates((x, y) => fault.Pass(x.Value.Rank == y.Value.Rank), other),
        ["comparer"] = (list, _, fault) => list.RemoveConsecutiveDuplicates(new FaultyEqualityComparer(fault)),
        ["comparer, into"] = (list, other, fault) => list.RemoveConsecutiveDuplicates(new FaultyEqualityComparer(fault), other),
    };

    private delegate void Operation(IntrusiveList<Item, Item.NodeLink> list, IntrusiveList<Item, Item.NodeLink> other, Fault fault);

    public static TheoryData<string> SortNames => [.. Sorts.Keys];

    public static TheoryData<string> MergeNames => [.. Merges.Keys];

    public static TheoryData<string> RemovalNames => [.. Removals.Keys];

    public static TheoryData<string> DuplicateRemovalNames => [.. DuplicateRemovals.Keys];

    [Theory]
    [MemberData(nameof(SortNames))]
    public void AFailedSortKeepsTheOrder(string name) => AtEveryCall(Sorts[name], Shuffled, (world, _) => world.Nodes.Check());

    [Theory]
    [MemberData(nameof(SortNames))]
    public void AFailedSortOfALongListKeepsTheOrder(string name)
    {
        // Every call would be too many: some of each part of the sort.
        for (int call = 1; ; call += 31)
        {
            using var world = new World(LargeSize, HeadKind.Zeroed, HeadKind.Pinned);
            world.Rank(key => key * 7919 % 1009);
            world.Nodes.Fill(LargeSize);
            if (Record.Exception(() => Sorts[name](world.Nodes[0], world.Nodes[1], new Fault(call))) == null)
            {
                Assert.True(call > LargeSize, "The callback was called less often than there is work.");
                return;
            }

            Scenario.Run($"Call {call}", () => world.Nodes.Check());
        }
    }

    [Theory]
    [MemberData(nameof(MergeNames))]
    public void AFailedMergeLeavesTheRestOnTheOtherList(string name) => AtEveryCall(Merges[name], Sorted, (world, _) =>
    {
        Model model = world.Nodes.Model;
        Ptr<Item>[] rest = world.Nodes[1].ToArray();
        int[] unmerged = [.. rest.Select(element => element.Value.Key)];
        int[] before = [.. model[1]];
        Assert.Equal(before.TakeLast(unmerged.Length), unmerged);
        int[] merged = [.. model[0].Concat(before.SkipLast(unmerged.Length)).OrderBy(model.Rank)];
        world.Nodes.Expect(merged, unmerged);
    });

    [Theory]
    [MemberData(nameof(RemovalNames))]
    public void AFailedRemovalHasRemovedNothing(string name) => AtEveryCall(Removals[name], Shuffled, (world, fault) =>
    {
        Model model = world.Nodes.Model;
        IEnumerable<int> answered = model[0].Take(fault.Calls - 1);
        ExpectInFront(world, answered.Where(key => model.Rank(key) % 2 != 0));
    });

    [Theory]
    [MemberData(nameof(DuplicateRemovalNames))]
    public void AFailedRemovalOfDuplicatesHasRemovedNothing(string name) => AtEveryCall(DuplicateRemovals[name], key => key / 3 % 5, (world, fault) =>
    {
        // The first element is compared with none.
        Model model = world.Nodes.Model;
        IEnumerable<(int Before, int Key)> answered = model[0].Zip(model[0].Skip(1)).Take(fault.Calls - 1);
        ExpectInFront(world, answered.Where(pair => model.Rank(pair.Before) == model.Rank(pair.Key)).Select(pair => pair.Key));
    });

    /// <summary>Checks that the first list holds what it held, these elements first, and the other list what it held.</summary>
    private static void ExpectInFront(World world, IEnumerable<int> front)
    {
        int[] first = [.. front];
        Model model = world.Nodes.Model;
        world.Nodes.Expect([.. first, .. model[0].Except(first)], [.. model[1]]);
    }

    /// <summary>Performs an operation whose callback throws at its first call, at its second, and so on until it is not called often enough to throw.</summary>
    private static void AtEveryCall(Operation operation, Func<int, int> rank, Action<World, Fault> check)
    {
        for (int call = 1; ; call++)
        {
            using var world = new World(2 * Size, HeadKind.Zeroed, HeadKind.Pinned);
            world.Rank(rank);
            world.Nodes.Fill(Size, Size);
            var fault = new Fault(call);
            Exception? exception = Record.Exception(() => operation(world.Nodes[0], world.Nodes[1], fault));
            if (exception == null)
            {
                Assert.True(call > Size / 2, "The callback was called less often than there is work.");
                return;
            }

            Scenario.Run($"Call {call}", () =>
            {
                Assert.IsType<CallbackException>(exception);
                check(world, fault);
            });
        }
    }
}
