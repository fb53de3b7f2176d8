using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>Sorting so many elements that what is in no order is divided by a sample of it.</summary>
public sealed class SortOfManyTests
{
    private const int Count = 100_000;
    private const int Soon = 2_000;

    private static readonly int[] Disorder = CreateDisorder();

    // What the elements are ranked by, and how many comparisons for each are enough: log2(100 thousand) is 16.6.
    private static readonly Dictionary<string, (Func<int, int> Rank, double Comparisons)> Patterns = new()
    {
        ["in no order"] = (key => Disorder[key], 19),
        ["in no order, few values"] = (key => Disorder[key] % 10, 8.5),
        ["in no order, one value in half of them"] = (key => Disorder[key] % 2 == 0 ? 0 : Disorder[key], 13.5),
        ["in no order, one value in most of them"] = (key => Disorder[key] % 100 == 0 ? Disorder[key] : 500, 12),
        ["ascending"] = (key => key, 1),
        ["descending"] = (key => -key, 1),
        ["ascending, some in front"] = (key => key < 100 ? Disorder[key] : key, 2.1),
        ["ascending, some behind"] = (key => key < Count - 100 ? key : Disorder[key], 2.1),
        ["ascending, some between"] = (key => key is > 50_000 and < 50_100 ? Disorder[key] : key, 2.5),
        ["descending, some between"] = (key => key is > 50_000 and < 50_100 ? Disorder[key] : -key, 2.7),
        ["halves of which one is ascending"] = (key => key < Count / 2 ? Disorder[key] : key, 11.5),
        ["every other stretch ascending"] = (key => key / 5_000 % 2 == 0 ? Disorder[key] : key, 13),
        ["saw"] = (key => key % 10_000, 4.6),
        ["fine saw"] = (key => key % 64, 11),
        ["interleaved"] = (key => (key % 2 * Count) + key, 7.5),
        ["organ pipe"] = (key => Math.Min(key, Count - key), 2.1),
    };

    public static TheoryData<string> PatternNames => [.. Patterns.Keys];

    [Theory]
    [MemberData(nameof(PatternNames))]
    public void SortsWithFewComparisons(string pattern)
    {
        (Func<int, int> rank, double enough) = Patterns[pattern];
        using World world = Create(rank);
        long comparisons = 0;
        world.Nodes[0].Sort((left, right) =>
        {
            comparisons++;
            return left.Value.Rank.CompareTo(right.Value.Rank);
        });
        Expect(world, [.. Enumerable.Range(0, Count).OrderBy(rank)]);
        Assert.True(comparisons <= enough * Count, $"{(double)comparisons / Count:F2} comparisons for each element.");
    }

    [Fact]
    public void SortsByKeysThatAreNoNumbers()
    {
        using World world = Create(key => key);
        world.Nodes[0].SortBy(element => (decimal)(Disorder[element.Value.Key] % 30_000));
        Expect(world, [.. Enumerable.Range(0, Count).OrderBy(key => Disorder[key] % 30_000)]);
    }

    // Those that change after a while find no order at first, and then divide nothing.
    [Theory]
    [InlineData("by chance")]
    [InlineData("always after")]
    [InlineData("never after")]
    [InlineData("soon always after")]
    [InlineData("soon never after")]
    [InlineData("in a circle")]
    public void AComparisonThatContradictsItselfLosesNothingAndComesToAnEnd(string kind)
    {
        var random = new Random(1);
        int calls = 0;
        using World world = Create(key => Disorder[key]);
        world.Nodes[0].Sort((left, right) => (kind, isSoon: ++calls > Soon) switch
        {
            ("by chance", _) or ("soon always after" or "soon never after", false) => random.Next(-1, 2),
            ("always after" or "soon always after", _) => 1,
            ("never after" or "soon never after", _) => -1,
            _ => (left.Value.Rank - right.Value.Rank) % 3,
        });
        int[] keys = [.. world.Nodes[0].ToArray().Select(element => element.Value.Key)];
        Assert.Equal(Enumerable.Range(0, Count), keys.Order());
        Expect(world, keys);
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
        using World world = Create(key => Disorder[key]);
        byte[] before = world.Snapshot();
        Assert.Throws<CallbackException>(() => world.Nodes[0].Sort((left, right) => --last == 0 ? throw new CallbackException() : left.Value.Rank.CompareTo(right.Value.Rank)));
        Assert.Equal(before, world.Snapshot());
    }

    private static int[] CreateDisorder()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Count).Select(_ => random.Next(Count))];
    }

    // What is asked of each element, whether it is on the list, would take the square of the time.
    private static void Expect(World world, int[] keys) => ListAssert.Holds(world.Nodes[0], world.Nodes.Pointers(keys), []);

    private static World Create(Func<int, int> rank)
    {
        var world = new World(Count, HeadKind.Zeroed);
        world.Rank(rank);
        world.Nodes.Fill(Count);
        return world;
    }
}
