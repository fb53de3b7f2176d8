using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>Sorting and merging: the order, and that equal elements keep theirs.</summary>
public sealed class SortTests
{
    // The model sorts with LINQ, which is stable.
    private static readonly string[] Sorts = ["Sort(comparison)", "Sort(comparer)", "SortInPlace(comparison)", "SortInPlace(comparer)", "SortBy"];
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
        // Around the lengths at which memory is asked for and runs are merged.
        foreach (int size in Enumerable.Range(0, 41).Concat([127, 128, 129, 255, 256, 257]))
        {
            SortsOneList(sort, pattern, size);
        }
    }

    [Theory]
    [MemberData(nameof(SortsOfPatterns))]
    public void SortsLongLists(string sort, string pattern)
    {
        // Where merges are merged.
        foreach (int size in new[] { 1000, 1024, 1025, 10_000 })
        {
            SortsOneList(sort, pattern, size);
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
    public void SortsByDouble() => SortsByKey(
    [
        .. Many(random => random.NextDouble() - 0.5), 0.0, -0.0, double.NaN, BitConverter.Int64BitsToDouble(0x7FF0_0000_0000_0001), -double.NaN, -0.0, 0.0,
        double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, double.NegativeInfinity, double.PositiveInfinity,
    ]);

#if NET
    [Fact]
    public void SortsByHalf() => SortsByKey([(Half)1, Half.NaN, Half.NegativeZero, Half.Zero, Half.MinValue, Half.Epsilon, .. Many(random => (Half)(random.NextSingle() - 0.5f))]);
#endif

    [Fact]
    public void SortsByIntegersOfEverySize()
    {
        SortsByKey([sbyte.MaxValue, sbyte.MinValue, .. Many(random => (sbyte)random.Next())]);
        SortsByKey([byte.MaxValue, byte.MinValue, .. Many(random => (byte)random.Next())]);
        SortsByKey([short.MaxValue, short.MinValue, .. Many(random => (short)random.Next())]);
        SortsByKey([ushort.MaxValue, ushort.MinValue, .. Many(random => (ushort)random.Next())]);
        SortsByKey([char.MaxValue, char.MinValue, .. Many(random => (char)random.Next())]);
        SortsByKey([int.MaxValue, int.MinValue, .. Many(random => random.Next() - random.Next())]);
        SortsByKey([uint.MaxValue, uint.MinValue, .. Many(random => (uint)random.NextInt64())]);
        SortsByKey([long.MaxValue, long.MinValue, .. Many(random => random.NextInt64() - random.NextInt64())]);
        SortsByKey([ulong.MaxValue, ulong.MinValue, .. Many(random => (ulong)random.NextInt64() * 2)]);

        // Older frameworks do not compare these themselves.
        SortsByKey([nint.MaxValue, nint.MinValue, .. Many(random => (nint)random.NextInt64() * 2)], key => (long)key);
        SortsByKey([nuint.MaxValue, nuint.MinValue, .. Many(random => (nuint)random.NextInt64() * 2)], key => (ulong)key);
    }

    [Fact]
    public void SortsByKeysThatAreNoNumbers()
    {
        SortsByKey<decimal>([decimal.MaxValue, decimal.MinValue, .. Many(random => (decimal)random.NextDouble())]);
        SortsByKey<DayOfWeek>([.. Many(random => (DayOfWeek)random.Next(7))]);
        SortsByKey<(int, string)>([.. Many(random => (random.Next(5), random.Next(5).ToString()))]);
    }

    [Fact]
    public void SortsKeysThatLieFarApart()
    {
        // Each key is more than twice the one before it: whatever digit is looked at, most keys share it.
        long[] keys = [.. from time in Enumerable.Range(0, 30) from bit in Enumerable.Range(0, 62) select (1L << bit) + time];
        SortsByKey(keys.Reverse().ToArray());
        SortsByKey(Many(random => keys[random.Next(keys.Length)]));
    }

    [Fact]
    public void SortsByString()
    {
        SortsByKey(["pear", "", null, "apple", "Pear", "pear", "fig", null, "apples", "b", "a", "B", "A", "fig", "zoo"]);
        SortsByKey(["apple", "fig", "fig", "pear"]);
    }

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

    // So many that every step of the sort by digits has work: more than it sorts by insertion after two digits.
    private static TKey[] Many<TKey>(Func<Random, TKey> create)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, 5_000).Select(_ => create(random))];
    }

    private static void SortsByKey<TKey>(TKey[] keys) => SortsByKey(keys, key => key);

    private static void SortsByKey<TKey, TOrder>(TKey[] keys, Func<TKey, TOrder> order)
    {
        using World world = Create(key => key, keys.Length);
        world.Nodes[0].SortBy(element => keys[element.Value.Key]);
        world.Nodes.Expect([.. Enumerable.Range(0, keys.Length).OrderBy(key => order(keys[key]))]);
    }

    private static void SortsOneList(string sort, string pattern, int size)
    {
        using World world = Create(Patterns[pattern], size);
        Scenario.Run($"{size} elements", () => world.Nodes.Apply(Operations<Item.NodeLink>.Named(sort), new Call(0, 1)));
    }

    private static World Create(Func<int, int> rank, params int[] sizes)
    {
        var world = new World(sizes.Sum() + 8, HeadKind.Zeroed, HeadKind.Zeroed);
        world.Rank(rank);
        world.Nodes.Fill(sizes);
        return world;
    }
}
