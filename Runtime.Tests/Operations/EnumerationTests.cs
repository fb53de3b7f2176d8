using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>What a loop sees, and what it notices. That its body may remove or move the current element is part of <see cref="OperationTests"/>.</summary>
public sealed class EnumerationTests
{
    private const int Size = 5;

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Size)];

    /// <summary>Gets the places that have one after them.</summary>
    public static TheoryData<int> PlacesBeforeTheLast => [.. Enumerable.Range(0, Size - 1)];

    [Theory]
    [MemberData(nameof(PlacesBeforeTheLast))]
    public void ALoopNoticesThatItsNextElementWasRemoved(int place)
    {
        using World world = Create();
        AssertNextUnlinked(() =>
        {
            foreach (Ptr<Item> element in world.Nodes[0])
            {
                if (element == world[place])
                {
                    world.Nodes[0].Remove(world[place + 1]);
                }
            }
        });
    }

    [Theory]
    [MemberData(nameof(PlacesBeforeTheLast))]
    public void ABackwardLoopNoticesThatItsNextElementWasRemoved(int place)
    {
        using World world = Create();
        AssertNextUnlinked(() =>
        {
            foreach (Ptr<Item> element in world.Nodes[0].Reversed())
            {
                if (element == world[place + 1])
                {
                    world.Nodes[0].Remove(world[place]);
                }
            }
        });
    }

    [Theory]
    [MemberData(nameof(PlacesBeforeTheLast))]
    public void ALoopFromTheMiddleNoticesThatItsNextElementWasRemoved(int place)
    {
        using World world = Create();
        AssertNextUnlinked(() =>
        {
            foreach (Ptr<Item> element in world.Nodes[0].StartingAt(world[place]))
            {
                if (element == world[place])
                {
                    world.Nodes[0].Clear();
                }
            }
        });
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void ALoopMayStartAnywhere(int place)
    {
        using World world = Create();
        var visited = new List<int>();
        foreach (Ptr<Item> element in world.Nodes[0].StartingAt(world[place]))
        {
            visited.Add(element.Value.Key);
        }

        Assert.Equal(Enumerable.Range(place, Size - place), visited);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void TheBodyMayRemoveAnElementThatItHasPassed(int place)
    {
        using World world = Create();
        var visited = new List<int>();
        foreach (Ptr<Item> element in world.Nodes[0])
        {
            visited.Add(element.Value.Key);
            if (element == world[place])
            {
                world.Nodes[0].Remove(world[0]);
            }
        }

        Assert.Equal(Enumerable.Range(0, Size), visited);
        world.Nodes.Expect([.. Enumerable.Range(1, Size - 1)]);
    }

    // Which is the current one, under another name: ILIST203 lets it pass
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheBodyMayTakeTheElementAtTheEndInEachTurn(bool isReversed)
    {
        using World world = Create();
        var taken = new List<int>();
        if (isReversed)
        {
            foreach (Ptr<Item> element in world.Nodes[0].Reversed())
            {
                Assert.Equal(element, world.Nodes[0].RemoveLast());
                taken.Insert(0, element.Value.Key);
            }
        }
        else
        {
            foreach (Ptr<Item> element in world.Nodes[0])
            {
                Assert.Equal(element, world.Nodes[0].RemoveFirst());
                taken.Add(element.Value.Key);
            }
        }

        Assert.Equal(Enumerable.Range(0, Size), taken);
        world.Nodes.Expect();
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void LeavingALoopChangesNothing(int place)
    {
        using World world = Create();
        foreach (Ptr<Item> element in world.Nodes[0])
        {
            if (element == world[place])
            {
                break;
            }
        }

        world.Nodes.Check();
    }

    [Fact]
    public void ToArrayOfAnEmptyListIsEmpty()
    {
        using World world = Create();
        Assert.Same(Array.Empty<Ptr<Item>>(), world.Nodes[1].ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void CopyToWritesTheElementsAndNothingElse(int room)
    {
        using World world = Create();
        var destination = new Ptr<Item>[Size + room];
        destination.AsSpan().Fill(world[Size]);
        Assert.Equal(Size, world.Nodes[0].CopyTo(destination));
        Assert.Equal(world.Elements.Take(Size), destination.Take(Size));
        Assert.All(destination.Skip(Size), element => Assert.Equal(world[Size], element));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void CopyToWritesNothingWhereThereIsTooLittleRoom(int length)
    {
        using World world = Create();
        var destination = new Ptr<Item>[length];
        ArgumentException exception = Assert.Throws<ArgumentException>(() => world.Nodes[0].CopyTo(destination));
        Assert.Equal("destination", exception.ParamName);
        Assert.All(destination, element => Assert.True(element.IsNull));
    }

    private static void AssertNextUnlinked(Action loop)
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(loop);
        Assert.Contains("removed the next 'Item'", exception.Message);
        Assert.Contains("'Node'", exception.Message);
    }

    private static World Create()
    {
        var world = new World(Size + 1, HeadKind.Zeroed, HeadKind.Zeroed);
        world.Nodes.Fill(Size);
        return world;
    }
}
