using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>What the body of a loop over <c>Drain</c> may do: everything.</summary>
public sealed class DrainTests
{
    private const int Size = 5;
    private const int Spare = Size;

    private delegate void Body(World world, Ptr<Item> element);

    /// <summary>Gets every place in the loop with every element, handed out already or still to come.</summary>
    public static TheoryData<HeadKind, int, int> PlacesAndElements =>
        (from kind in Kinds from place in Indexes from element in Indexes select (kind, place, element)).ToTheoryData();

    public static TheoryData<HeadKind, int> Places => (from kind in Kinds from place in Indexes select (kind, place)).ToTheoryData();

    private static IEnumerable<HeadKind> Kinds => Enum.GetValues<HeadKind>();

    private static IEnumerable<int> Indexes => Enumerable.Range(0, Size);

    [Theory]
    [MemberData(nameof(PlacesAndElements))]
    public void TheBodyMayUnlinkAnyElement(HeadKind kind, int place, int removed) => Check(
        kind,
        (world, element) =>
        {
            if (element == world[place])
            {
                Assert.Equal(removed > place, world.Nodes[0].TryRemove(world[removed]));
            }
        },
        handedOut: Enumerable.Range(0, Size).Where(key => key <= place || key != removed));

    [Theory]
    [MemberData(nameof(PlacesAndElements))]
    public void TheBodyMayMoveAnyElementToAnotherList(HeadKind kind, int place, int moved) => Check(
        kind,
        (world, element) =>
        {
            if (element == world[place] && moved > place)
            {
                world.Nodes[1].MoveToLast(world[moved]);
            }
        },
        handedOut: Enumerable.Range(0, Size).Where(key => key <= place || key != moved),
        [],
        moved > place ? [moved] : []);

    [Theory]
    [MemberData(nameof(Places))]
    public void TheBodyMayUnlinkAllThatIsLeft(HeadKind kind, int place) => Check(
        kind,
        (world, element) =>
        {
            if (element == world[place])
            {
                foreach (Ptr<Item> other in world.Elements.Where(Item.NodeLink.IsLinked))
                {
                    Item.NodeLink.Unlink(other);
                }
            }
        },
        handedOut: Enumerable.Range(0, place + 1));

    [Theory]
    [MemberData(nameof(Places))]
    public void WhatTheBodyAddsIsNotPartOfTheLoop(HeadKind kind, int place) => Check(
        kind,
        (world, element) =>
        {
            if (element == world[place])
            {
                world.Nodes[0].AddLast(element);
                world.Nodes[0].AddFirst(world[Spare]);
            }
        },
        handedOut: Enumerable.Range(0, Size),
        [Spare, place]);

    [Theory]
    [MemberData(nameof(Places))]
    public void TheBodyMayDrainTheListAgain(HeadKind kind, int place)
    {
        var again = new List<int>();
        Check(
            kind,
            (world, element) =>
            {
                world.Nodes[0].AddLast(element);
                if (element == world[place])
                {
                    foreach (Ptr<Item> added in world.Nodes[0].Drain())
                    {
                        again.Add(added.Value.Key);
                    }
                }
            },
            handedOut: Enumerable.Range(0, Size),
            [.. Enumerable.Range(place + 1, Size - place - 1)]);
        Assert.Equal(Enumerable.Range(0, place + 1), again);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void BreakPutsTheRestBackInFront(HeadKind kind, int place)
    {
        using World world = Create(kind);
        foreach (Ptr<Item> element in world.Nodes[0].Drain())
        {
            world.Nodes[0].AddLast(element);
            if (element == world[place])
            {
                break;
            }
        }

        world.Nodes.Expect([.. Enumerable.Range(place + 1, Size - place - 1), .. Enumerable.Range(0, place + 1)]);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void AnExceptionPutsTheRestBackInFront(HeadKind kind, int place)
    {
        using World world = Create(kind);
        Assert.Throws<CallbackException>(() =>
        {
            foreach (Ptr<Item> element in world.Nodes[0].Drain())
            {
                if (element == world[place])
                {
                    throw new CallbackException();
                }
            }
        });

        world.Nodes.Expect([.. Enumerable.Range(place + 1, Size - place - 1)]);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void LeavingALoopInALoopPutsBothRestsBack(HeadKind kind, int place)
    {
        using World world = Create(kind);
        foreach (Ptr<Item> element in world.Nodes[0].Drain())
        {
            if (element == world[place])
            {
                world.Nodes[0].AddLast(element);
                world.Nodes[0].AddLast(world[Spare]);
                foreach (Ptr<Item> added in world.Nodes[0].Drain())
                {
                    Assert.Equal(element, added);
                    break;
                }

                break;
            }
        }

        world.Nodes.Expect([.. Enumerable.Range(place + 1, Size - place - 1), Spare]);
    }

    [Fact]
    public void NothingIsDetachedBeforeTheLoopBegins()
    {
        using World world = Create(HeadKind.Zeroed);
        using (world.Nodes[0].Drain())
        {
            world.Nodes.Check();
        }

        world.Nodes.Check();
    }

    [Fact]
    public void NothingIsOnTheListWhileTheLoopRuns() => Check(
        HeadKind.Zeroed,
        (world, element) =>
        {
            Assert.True(world.Nodes[0].IsEmpty);
            Assert.False(Item.NodeLink.IsLinked(element));
            Assert.All(world.Elements.Where(Item.NodeLink.IsLinked), other => Assert.False(world.Nodes[0].Contains(other)));
        },
        handedOut: Enumerable.Range(0, Size));

    [Fact]
    public void AnEnumeratorThatIsCopiedBeforeTheLoopBeginsIsNotMoved()
    {
        using World world = Create(HeadKind.Zeroed);
        IntrusiveList<Item, Item.NodeLink>.DrainEnumerator original = world.Nodes[0].Drain();
        int count = 0;
        foreach (Ptr<Item> _ in original)
        {
            count++;
        }

        Assert.Equal(Size, count);
    }

    [Fact]
    public void AnEnumeratorThatIsCopiedAfterTheLoopBeganIsRefused()
    {
        using World world = Create(HeadKind.Zeroed);
        IntrusiveList<Item, Item.NodeLink>.DrainEnumerator original = world.Nodes[0].Drain();
        Assert.True(original.MoveNext());
#pragma warning disable ILIST101 // The rule keeps programs from this; the check is for those that suppress it.
        IntrusiveList<Item, Item.NodeLink>.DrainEnumerator copy = original;
#pragma warning restore ILIST101
        InvalidOperationException? moved = null;
        InvalidOperationException? disposed = null;
        try
        {
            copy.MoveNext();
        }
        catch (InvalidOperationException exception)
        {
            moved = exception;
        }

        try
        {
            copy.Dispose();
        }
        catch (InvalidOperationException exception)
        {
            disposed = exception;
        }

        Assert.Contains("copied", moved?.Message);
        Assert.Contains("'Item'", moved?.Message);
        Assert.Contains("'Node'", moved?.Message);
        Assert.Contains("copied", disposed?.Message);

        // The original does not notice.
        Assert.True(original.MoveNext());
        Assert.Equal(world[1], original.Current);
        original.Dispose();
        world.Nodes.Expect([2, 3, 4]);
    }

    /// <summary>No lock is held then: another thread may link the node as soon as it is seen to be free, and writes the link back.</summary>
    [Fact]
    public unsafe void HandingOutWritesNothingButWhatMakesTheElementFree()
    {
        using World world = Create(HeadKind.Zeroed);
#pragma warning disable ILIST207 // What is tested.
        DetachedList<Item, Item.NodeLink> detached = world.Nodes[0].Detach();
#pragma warning restore ILIST207
        RawNode* node = RawNode.Of<Item, Item.NodeLink>(world[0]);
        RawNode* other = RawNode.Of<Item, Item.NodeLink>(world[1]);
        node->Previous = other;
        Assert.True(detached.MoveNext());
        Assert.True(node->Next == null);
        Assert.True(node->Previous == other);
        node->Previous = null;
        while (detached.MoveNext())
        {
        }
    }

    /// <summary>What generated code does for the loop over a guarded list.</summary>
    [Fact]
    public void DetachedElementsComeOffInOrderUntilThereIsNone()
    {
        using World world = Create(HeadKind.Zeroed);
#pragma warning disable ILIST207 // What is tested.
        DetachedList<Item, Item.NodeLink> detached = world.Nodes[0].Detach();
#pragma warning restore ILIST207
        for (int key = 0; key < Size; key++)
        {
            Assert.False(detached.IsEmpty);
            Assert.True(detached.MoveNext());
            Assert.Equal(world[key], detached.Current);
        }

        Assert.True(detached.IsEmpty);
        Assert.False(detached.MoveNext());
        Assert.True(detached.Current.IsNull);
        world.Nodes.Expect();
    }

    /// <summary>Drains a list and checks what is handed out, and what the lists hold afterwards.</summary>
    private static void Check(HeadKind kind, Body body, IEnumerable<int> handedOut, params int[][] contents)
    {
        using World world = Create(kind);
        var elements = new List<int>();
        foreach (Ptr<Item> element in world.Nodes[0].Drain())
        {
            elements.Add(element.Value.Key);
            body(world, element);
        }

        Assert.Equal(handedOut, elements);
        world.Nodes.Expect(contents);
    }

    private static World Create(HeadKind kind)
    {
        var world = new World(Size + 1, kind, kind);
        world.Nodes.Fill(Size);
        return world;
    }
}
