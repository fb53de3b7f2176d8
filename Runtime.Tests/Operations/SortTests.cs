using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>Sorting and merging: the order, and that equal elements keep theirs.</summary>
public sealed class SortTests
{
    // The model sorts with LINQ, which is stable.
    private static readonly string[] Sorts = ["Sort(comparison)", "Sort(comparer)", "SortBy"];
    private static readonly string[] Merges = ["Merge(comparison)", "Merge(comparer)"];

    private static readonly Dictionary<string, Func<int, int>> Patterns = new()
    {
        ["ascending"] = key => key,
        ["descending"] = key => -key,
        ["equal"] = _ => 0,
        ["two values"] = key => key % 2,
        ["pairs"] = key => -key / 2,
        ["saw"] = key => key % 7,
        ["organ pipe"] = key => Math.Min(key, 100 - key),
        ["shuffled"] = key => key * 7919 % 1009,
        ["shuffled, few values"] = key => key * 7919 % 1009 % 10,
        ["almost ascending"] = key => key % 13 == 0 ? -key : key,
    };

    public static TheoryData<string> SortNames => [.. Sorts];

    public static TheoryData<string> MergeNames => [.. Merges];

    public static TheoryData<string, string> SortsOfPatterns =>
        (from sort in Sorts from pattern in Patterns.Keys select (sort, pattern)).ToTheoryData();

    [Theory]
    [MemberData(nameof(SortNames))]
    public void SortsEveryShortList(string sort)
    {
        foreach (int[] ranks in Words.OfUpTo(length: 6, letters: 3))
        {
            using World world = Create(key => key < ranks.Length ? ranks[key] : 0, ranks.Length);
            Scenario.Run(string.Join(", ", ranks), () => world.Nodes.Apply(Operations<Item.NodeLink>.Named(sort), new Call(0, 1)));
        }
    }

    [Theory]
    [MemberData(nameof(SortsOfPatterns))]
    public void SortsLongerLists(string sort, string pattern)
    {
        foreach (int size in Enumerable.Range(0, 41).Append(1000))
        {
            using World world = Create(Patterns[pattern], size);
            Scenario.Run($"{size} elements", () => world.Nodes.Apply(Operations<Item.NodeLink>.Named(sort), new Call(0, 1)));
        }
    }

    [Theory]
    [MemberData(nameof(MergeNames))]
    public void MergesEveryTwoShortLists(string merge)
    {
        foreach (int[] places in Words.OfUpTo(length: 8, letters: 2))
        {
            using World world = Create(key => key / 2, 0, 0);
            for (int key = 0; key < places.Length; key++)
            {
                world.Nodes.Model[places[key]].Add(key);
                world.Nodes[places[key]].AddLast(world[key]);
            }

            Scenario.Run(string.Join(", ", places), () => world.Nodes.Apply(Operations<Item.NodeLink>.Named(merge), new Call(0, 1)));
        }
    }

    [Theory]
    [MemberData(nameof(MergeNames))]
    public void MergesLongerLists(string merge)
    {
        using World world = Create(key => key % 500 / 3, 500, 500);
        world.Nodes.Apply(Operations<Item.NodeLink>.Named(merge), new Call(0, 1));
    }

    [Fact]
    public void SortsByFloat() => SortsByKey(
    [
        1, float.NaN, -0.0f, 0.0f, float.NegativeInfinity, -1, float.NaN, float.PositiveInfinity,
        0.0f, -0.0f, float.Epsilon, float.MinValue, 7, 7, -1,
    ]);

    [Fact]
    public void SortsByString() => SortsByKey(["pear", "", null, "apple", "Pear", "pear", "fig", null, "apples", "b", "a", "B", "A", "fig", "zoo"]);

    [Fact]
    public void SortsByInt() => SortsByKey([int.MaxValue, 0, int.MinValue, -1, 1, int.MinValue, int.MaxValue, 5, 4, 3, 2, 1, 0, -1, -2]);

    [Fact]
    public void AsksForEachKeyOnce()
    {
        using World world = Create(key => -key, 100);
        var asked = new List<int>();
        world.Nodes[0].SortBy(element =>
        {
            asked.Add(element.Value.Key);
            return element.Value.Rank;
        });
        Assert.Equal(Enumerable.Range(0, 100), asked);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ComparesNothingWhereThereIsNothingToSort(int size)
    {
        using World world = Create(key => key, size);
        world.Nodes[0].Sort((_, _) => throw new CallbackException());
        world.Nodes[0].SortBy<int>(_ => throw new CallbackException());
        world.Nodes[0].Merge(world.Nodes[1], (_, _) => throw new CallbackException());
        world.Nodes.Check();
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void AComparisonThatContradictsItselfLosesNothing(int size)
    {
        var random = new Random(1);
        using World world = Create(key => key, size);
        world.Nodes[0].Sort((_, _) => random.Next(-1, 2));
        Ptr<Item>[] elements = world.Nodes[0].ToArray();
        Assert.Equal(Enumerable.Range(0, size), elements.Select(element => element.Value.Key).Order());
        world.Nodes.Expect([.. elements.Select(element => element.Value.Key)]);
    }

    private static void SortsByKey<TKey>(TKey[] keys)
    {
        using World world = Create(key => key, keys.Length);
        world.Nodes[0].SortBy(element => keys[element.Value.Key]);
        world.Nodes.Expect([.. Enumerable.Range(0, keys.Length).OrderBy(key => keys[key])]);
    }

    private static World Create(Func<int, int> rank, params int[] sizes)
    {
        var world = new World(sizes.Sum() + 8, HeadKind.Zeroed, HeadKind.Zeroed);
        world.Rank(rank);
        world.Nodes.Fill(sizes);
        return world;
    }
}
