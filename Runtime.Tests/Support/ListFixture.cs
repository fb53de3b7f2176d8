using System;

namespace IntrusiveLists.Tests;

/// <summary>Ten elements and three untouched lists, for tests that are told as a story.</summary>
public abstract class ListFixture : IDisposable
{
    private readonly World _world = new(elements: 10, HeadKind.Zeroed, HeadKind.Zeroed, HeadKind.Zeroed);

    internal IntrusiveList<Item, Item.NodeLink> List => _world.Nodes[0];

    internal IntrusiveList<Item, Item.NodeLink> OtherList => _world.Nodes[1];

    internal IntrusiveList<Item, Item.NodeLink> ThirdList => _world.Nodes[2];

    /// <summary>Gets the first list over the other node of the same elements.</summary>
    internal IntrusiveList<Item, Item.OtherLink> ListOverOtherNode => _world.Others[0];

    internal Ptr<Item>[] Elements => _world.Elements;

    public void Dispose()
    {
        _world.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds the elements to the lists, in the order of their numbers: so many to each.</summary>
    internal void Fill(params int[] sizes) => _world.Nodes.Fill(sizes);

    /// <summary>Adds these elements to the lists, in this order.</summary>
    internal void Arrange(params int[][] contents)
    {
        for (int list = 0; list < contents.Length; list++)
        {
            foreach (int element in contents[list])
            {
                _world.Nodes[list].AddLast(Elements[element]);
            }
        }

        Expect(contents);
    }

    internal void Rank(Func<int, int> rank) => _world.Rank(rank);

    /// <summary>Checks that the lists hold these elements in this order, lists that are not mentioned none, and that all others are unlinked.</summary>
    internal void Expect(params int[][] contents) => _world.Nodes.Expect(contents);

    internal void ExpectOverOtherNode(params int[][] contents) => _world.Others.Expect(contents);
}
