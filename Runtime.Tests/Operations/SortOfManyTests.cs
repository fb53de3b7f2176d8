using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>Sorting so many elements, and so far from each other, that what is in no order is divided by a sample of it.</summary>
public sealed class SortOfManyTests
{
    private const int Count = 100_000;
    private const int Soon = 2_000;

    // The distance of neighbours in memory, in elements: more than a page.
    private const int Stride = 7919;

    private static readonly int[] Disorder = CreateDisorder();

    // Of three, each comes after the one before it, and the first after the last.
    private static readonly int[] Circle = [0, 1, -1];

    // What the elements are ranked by, and how many comparisons for each are enough: log2(100 thousand) is 16.6.
    private static readonly Dictionary<string, (Func<int, int> Rank, double Comparisons)> Patterns = new()
    {
        ["in no order"] = (place => Disorder[place], 19),
        ["in no order, few values"] = (place => Disorder[place] % 10, 8.5),
        ["in no order, one value in half of them"] = (place => Disorder[place] % 2 == 0 ? 0 : Disorder[place], 13.5),
        ["in no order, one value in most of them"] = (place => Disorder[place] % 100 == 0 ? Disorder[place] : 500, 12),
        ["ascending"] = (place => place, 1),
        ["descending"] = (place => -place, 1),
        ["ascending, some in front"] = (place => place < 100 ? Disorder[place] : place, 2.1),
        ["ascending, some behind"] = (place => place < Count - 100 ? place : Disorder[place], 2.1),
        ["ascending, some between"] = (place => place is > 50_000 and < 50_100 ? Disorder[place] : place, 2.5),
        ["descending, some between"] = (place => place is > 50_000 and < 50_100 ? Disorder[place] : -place, 2.7),
        ["halves of which one is ascending"] = (place => place < Count / 2 ? Disorder[place] : place, 11.5),
        ["every other stretch ascending"] = (place => place / 5_000 % 2 == 0 ? Disorder[place] : place, 13),
        ["saw"] = (place => place % 10_000, 4.6),
        ["fine saw"] = (place => place % 64, 11),
        ["interleaved"] = (place => (place % 2 * Count) + place, 7.5),
        ["organ pipe"] = (place => Math.Min(place, Count - place), 2.1),
    };

    public static TheoryData<string> PatternNames => [.. Patterns.Keys];

    [Theory]
    [MemberData(nameof(PatternNames))]
    public void SortsPatternsWithFewComparisons(string pattern)
    {
        (Func<int, int> rank, double enough) = Patterns[pattern];
        SortsWithFewComparisons(Count, rank, enough);
    }

    // Around the least that a sample is taken of; where one element is left behind stretches of the square root of all; where most buckets are merged at last, and where they hold a few more than that.
    [Theory]
    [InlineData(65_535, 16.8)]
    [InlineData(65_536, 18.3)]
    [InlineData(65_537, 18.3)]
    [InlineData(100_173, 19)]
    [InlineData(250_000, 20)]
    [InlineData(300_000, 20.2)]
    public void SortsAnyNumberWithFewComparisons(int count, double enough)
    {
        var random = new Random(1);
        int[] ranks = [.. Enumerable.Range(0, count).Select(_ => random.Next())];
        SortsWithFewComparisons(count, place => ranks[place], enough);
    }

    // Those that change after a while find no order at first, and then divide nothing.
    [Theory]
    [InlineData("by chance")]
    [InlineData("soon always after")]
    [InlineData("soon never after")]
    [InlineData("in a circle")]
    public void AComparisonThatContradictsItselfLosesNothingAndComesToAnEnd(string kind)
    {
        var random = new Random(1);
        int calls = 0;
        using World world = Create(Count, place => Disorder[place]);
        world.Nodes[0].Sort((left, right) => (kind, hasChanged: ++calls > Soon) switch
        {
            ("soon always after", true) => 1,
            ("soon never after", true) => -1,
            ("in a circle", _) => Circle[(left.Value.Rank - right.Value.Rank + (3 * Count)) % 3],
            _ => random.Next(-1, 2),
        });
        Ptr<Item>[] elements = world.Nodes[0].ToArray();
        Assert.Equal(Enumerable.Range(0, Count), elements.Select(element => element.Value.Key).Order());
        ListAssert.Holds(world.Nodes[0], elements, []);
        Assert.InRange(calls, 0, 30 * Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    [InlineData(1_000_000)]
    [InlineData(1_500_000)]
    public void AComparisonThatThrowsChangesNothing(int last)
    {
        using World world = Create(Count, place => Disorder[place]);
        byte[] before = world.Snapshot();
        Assert.Throws<CallbackException>(() => world.Nodes[0].Sort((left, right) => --last == 0 ? throw new CallbackException() : left.Value.Rank.CompareTo(right.Value.Rank)));
        Assert.Equal(before, world.Snapshot());
    }

    private static int[] CreateDisorder()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Count).Select(_ => random.Next(Count))];
    }

    private static void SortsWithFewComparisons(int count, Func<int, int> rank, double enough)
    {
        using World world = Create(count, rank);
        long comparisons = 0;
        world.Nodes[0].Sort((left, right) =>
        {
            comparisons++;
            return left.Value.Rank.CompareTo(right.Value.Rank);
        });

        // Whether each element is on the list is not asked: that would take the square of the time.
        ListAssert.Holds(world.Nodes[0], [.. Enumerable.Range(0, count).OrderBy(rank).Select(place => At(world, place))], []);
        Assert.True(comparisons <= enough * count, $"{(double)comparisons / count:F2} comparisons for each element.");
    }

    private static World Create(int count, Func<int, int> rank)
    {
        var world = new World(count, HeadKind.Zeroed);
        for (int place = 0; place < count; place++)
        {
            Ptr<Item> element = At(world, place);
            element.Value.Rank = rank(place);
            world.Nodes[0].AddLast(element);
        }

        return world;
    }

    private static Ptr<Item> At(World world, int place) => world[(int)((long)place * Stride % world.Elements.Length)];
}
