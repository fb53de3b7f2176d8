using System.Collections.Generic;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>Removing by a callback: every choice of elements, and what the callback is given.</summary>
public sealed class FilterTests
{
    private const int AlreadyThere = 2;

    public static TheoryData<string> Names =>
    [
        "RemoveWhere(predicate)",
        "RemoveWhere(predicate, into)",
        "RemoveConsecutiveDuplicates(delegate)",
        "RemoveConsecutiveDuplicates(delegate, into)",
        "RemoveConsecutiveDuplicates(comparer)",
        "RemoveConsecutiveDuplicates(comparer, into)",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void RemovesEveryChoiceOfElements(string name)
    {
        foreach (int[] ranks in Words.OfUpTo(length: 6, letters: 2))
        {
            using World world = Create(ranks);
            Scenario.Run($"{name} of {string.Join(", ", ranks)}", () => world.Nodes.Apply(Operations<Item.NodeLink>.Named(name), new Call(0, 1)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AsksThePredicateOnceForEachElementInOrderWhileItIsLinked(bool into)
    {
        using World world = Create([0, 1, 1, 0, 1]);
        var asked = new List<int>();
        bool Predicate(Ptr<Item> element)
        {
            Assert.True(Item.NodeLink.IsLinked(element));
            asked.Add(element.Value.Key);
            return element.Value.Rank != 0;
        }

        _ = into ? world.Nodes[0].RemoveWhere(Predicate, world.Nodes[1]) : world.Nodes[0].RemoveWhere(Predicate);
        Assert.Equal([0, 1, 2, 3, 4], asked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ComparesEachElementWithTheLastThatStays(bool into)
    {
        // Each differs from its neighbour by one: equality that is not transitive tells the neighbour from the last that stays.
        using World world = Create([0, 1, 2, 3, 4]);
        var compared = new List<(int Kept, int Next)>();
        bool AreNear(Ptr<Item> kept, Ptr<Item> next)
        {
            compared.Add((kept.Value.Rank, next.Value.Rank));
            return next.Value.Rank - kept.Value.Rank <= 1;
        }

        int removed = into ? world.Nodes[0].RemoveConsecutiveDuplicates(AreNear, world.Nodes[1]) : world.Nodes[0].RemoveConsecutiveDuplicates(AreNear);
        Assert.Equal(2, removed);
        Assert.Equal([(0, 1), (0, 2), (2, 3), (2, 4)], compared);
        world.Nodes.Expect([0, 2, 4], into ? [5, 6, 1, 3] : [5, 6]);
    }

    /// <summary>Creates a list of elements of these ranks, and another that is not empty.</summary>
    private static World Create(int[] ranks)
    {
        var world = new World(ranks.Length + AlreadyThere, HeadKind.Zeroed, HeadKind.Zeroed);
        world.Rank(key => key < ranks.Length ? ranks[key] : 0);
        world.Nodes.Fill(ranks.Length, AlreadyThere);
        return world;
    }
}
