using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>What the caller gets wrong and the list finds: the promised exception, and not one byte changed.</summary>
public sealed class RefusalTests
{
    // List 0 holds 0, 1, 2; list 1 holds 3, 4. Lists 2 and 3 are empty, the one zeroed, the other initialised. 5 was linked once, 6 never.
    private static readonly int[] Linked = [0, 1, 2, 3, 4];
    private static readonly int[] Unlinked = [5, 6];
    private static readonly int[] Empty = [2, 3];
    private static readonly int[] Lists = [0, 1, 2, 3];

    private static readonly Dictionary<string, Action<World, int, int>> AddingLinked = new()
    {
        ["AddFirst"] = (world, list, element) => world.Nodes[list].AddFirst(world[element]),
        ["AddLast"] = (world, list, element) => world.Nodes[list].AddLast(world[element]),
        ["AddBefore"] = (world, list, element) => world.Nodes[list].AddBefore(world[1], world[element]),
        ["AddAfter"] = (world, list, element) => world.Nodes[list].AddAfter(world[1], world[element]),
        ["Replace"] = (world, list, element) => world.Nodes[list].Replace(world[1], world[element]),
    };

    private static readonly Dictionary<string, Action<World, int, int>> UsingUnlinked = new()
    {
        ["Remove"] = (world, list, element) => world.Nodes[list].Remove(world[element]),
        ["Unlink"] = (world, _, element) => Item.NodeLink.Unlink(world[element]),
        ["Next"] = (world, list, element) => world.Nodes[list].Next(world[element]),
        ["Previous"] = (world, list, element) => world.Nodes[list].Previous(world[element]),
        ["StartingAt"] = (world, list, element) => world.Nodes[list].StartingAt(world[element]),
        ["AddBefore, mark"] = (world, list, mark) => world.Nodes[list].AddBefore(world[mark], world[Other(mark)]),
        ["AddAfter, mark"] = (world, list, mark) => world.Nodes[list].AddAfter(world[mark], world[Other(mark)]),
        ["AddBefore, mark and element"] = (world, list, mark) => world.Nodes[list].AddBefore(world[mark], world[mark]),
        ["AddAfter, mark and element"] = (world, list, mark) => world.Nodes[list].AddAfter(world[mark], world[mark]),
        ["MoveToFirst"] = (world, list, element) => world.Nodes[list].MoveToFirst(world[element]),
        ["MoveToLast"] = (world, list, element) => world.Nodes[list].MoveToLast(world[element]),
        ["MoveBefore, mark"] = (world, list, mark) => world.Nodes[list].MoveBefore(world[mark], world[1]),
        ["MoveBefore, element"] = (world, list, element) => world.Nodes[list].MoveBefore(world[1], world[element]),
        ["MoveBefore, mark and element"] = (world, list, mark) => world.Nodes[list].MoveBefore(world[mark], world[mark]),
        ["MoveAfter, mark"] = (world, list, mark) => world.Nodes[list].MoveAfter(world[mark], world[1]),
        ["MoveAfter, element"] = (world, list, element) => world.Nodes[list].MoveAfter(world[1], world[element]),
        ["MoveAfter, mark and element"] = (world, list, mark) => world.Nodes[list].MoveAfter(world[mark], world[mark]),
        ["MoveRangeToLast, first"] = (world, list, first) => world.Nodes[list].MoveRangeToLast(world[first], world[1]),
        ["MoveRangeToLast, last"] = (world, list, last) => world.Nodes[list].MoveRangeToLast(world[1], world[last]),
        ["Replace, current"] = (world, list, current) => world.Nodes[list].Replace(world[current], world[Other(current)]),
        ["Replace, both"] = (world, list, current) => world.Nodes[list].Replace(world[current], world[current]),
        ["Swap, left"] = (world, list, left) => world.Nodes[list].Swap(world[left], world[1]),
        ["Swap, right"] = (world, list, right) => world.Nodes[list].Swap(world[1], world[right]),
        ["Swap, both"] = (world, list, left) => world.Nodes[list].Swap(world[left], world[left]),
        ["RotateToFirst"] = (world, list, element) => world.Nodes[list].RotateToFirst(world[element]),
        ["SpliceBefore"] = (world, list, mark) => world.Nodes[list].SpliceBefore(world[mark], world.Nodes[1]),
        ["SpliceAfter"] = (world, list, mark) => world.Nodes[list].SpliceAfter(world[mark], world.Nodes[1]),
        ["CutBefore"] = (world, list, mark) => world.Nodes[list].CutBefore(world[mark], world.Nodes[2]),
        ["CutThrough"] = (world, list, mark) => world.Nodes[list].CutThrough(world[mark], world.Nodes[2]),
    };

    private static readonly Dictionary<string, Action<World, int>> RemovingFromEmpty = new()
    {
        ["RemoveFirst"] = (world, list) => world.Nodes[list].RemoveFirst(),
        ["RemoveLast"] = (world, list) => world.Nodes[list].RemoveLast(),
    };

    private static readonly Dictionary<string, Action<World, int>> UsingForeignMark = new()
    {
        ["RotateToFirst"] = (world, list) => world.Nodes[list].RotateToFirst(world[1]),
        ["CutBefore"] = (world, list) => world.Nodes[list].CutBefore(world[1], world.Nodes[5 - list]),
        ["CutThrough"] = (world, list) => world.Nodes[list].CutThrough(world[1], world.Nodes[5 - list]),
    };

    private static readonly Dictionary<string, Action<World, int>> UsingItself = new()
    {
        ["SpliceFirst"] = (world, list) => world.Nodes[list].SpliceFirst(world.Nodes[list]),
        ["SpliceLast"] = (world, list) => world.Nodes[list].SpliceLast(world.Nodes[list]),
        ["SpliceBefore"] = (world, list) => world.Nodes[list].SpliceBefore(world[1], world.Nodes[list]),
        ["SpliceAfter"] = (world, list) => world.Nodes[list].SpliceAfter(world[1], world.Nodes[list]),
        ["Merge(comparison)"] = (world, list) => world.Nodes[list].Merge(world.Nodes[list], (_, _) => 0),
        ["Merge(comparer)"] = (world, list) => world.Nodes[list].Merge(world.Nodes[list], default(RankComparer)),
        ["RemoveWhere"] = (world, list) => world.Nodes[list].RemoveWhere(_ => true, world.Nodes[list]),
        ["RemoveConsecutiveDuplicates(delegate)"] = (world, list) => world.Nodes[list].RemoveConsecutiveDuplicates((_, _) => true, world.Nodes[list]),
        ["RemoveConsecutiveDuplicates(comparer)"] =
            (world, list) => world.Nodes[list].RemoveConsecutiveDuplicates(default(RankEqualityComparer), world.Nodes[list]),
    };

    private static readonly Dictionary<string, Action<World, int>> CuttingIntoNotEmpty = new()
    {
        ["CutBefore"] = (world, into) => world.Nodes[0].CutBefore(world[1], world.Nodes[into]),
        ["CutThrough"] = (world, into) => world.Nodes[0].CutThrough(world[1], world.Nodes[into]),
        ["CutBefore, first"] = (world, into) => world.Nodes[0].CutBefore(world[0], world.Nodes[into]),
        ["CutThrough, last"] = (world, into) => world.Nodes[0].CutThrough(world[2], world.Nodes[into]),
    };

    private static readonly Dictionary<string, (string Parameter, Action<World> Call)> PassingNoCallback = new()
    {
        ["Sort"] = ("comparison", world => world.Nodes[0].Sort(null!)),
        ["SortInPlace"] = ("comparison", world => world.Nodes[0].SortInPlace(null!)),
        ["SortBy"] = ("keySelector", world => world.Nodes[0].SortBy((Func<Ptr<Item>, int>)null!)),
        ["Merge"] = ("comparison", world => world.Nodes[0].Merge(world.Nodes[1], null!)),
        ["RemoveWhere"] = ("predicate", world => world.Nodes[0].RemoveWhere(null!)),
        ["RemoveWhere, into"] = ("predicate", world => world.Nodes[0].RemoveWhere(null!, world.Nodes[1])),
        ["RemoveConsecutiveDuplicates"] = ("areEqual", world => world.Nodes[0].RemoveConsecutiveDuplicates(null!)),
        ["RemoveConsecutiveDuplicates, into"] = ("areEqual", world => world.Nodes[0].RemoveConsecutiveDuplicates(null!, world.Nodes[1])),
        ["Sort(comparer)"] = ("comparer", world => world.Nodes[0].Sort((IComparer<Ptr<Item>>)null!)),
        ["SortInPlace(comparer)"] = ("comparer", world => world.Nodes[0].SortInPlace((IComparer<Ptr<Item>>)null!)),
        ["Merge(comparer)"] = ("comparer", world => world.Nodes[0].Merge(world.Nodes[1], (IComparer<Ptr<Item>>)null!)),
        ["RemoveConsecutiveDuplicates(comparer)"] =
            ("comparer", world => world.Nodes[0].RemoveConsecutiveDuplicates((IEqualityComparer<Ptr<Item>>)null!)),
        ["RemoveConsecutiveDuplicates(comparer), into"] =
            ("comparer", world => world.Nodes[0].RemoveConsecutiveDuplicates((IEqualityComparer<Ptr<Item>>)null!, world.Nodes[1])),
    };

    public static TheoryData<string> AddingLinkedNames => [.. AddingLinked.Keys];

    public static TheoryData<string> UsingUnlinkedNames => [.. UsingUnlinked.Keys];

    public static TheoryData<string> RemovingFromEmptyNames => [.. RemovingFromEmpty.Keys];

    public static TheoryData<string> UsingForeignMarkNames => [.. UsingForeignMark.Keys];

    public static TheoryData<string> UsingItselfNames => [.. UsingItself.Keys];

    public static TheoryData<string> CuttingIntoNotEmptyNames => [.. CuttingIntoNotEmpty.Keys];

    public static TheoryData<string> PassingNoCallbackNames => [.. PassingNoCallback.Keys];

    [Theory]
    [MemberData(nameof(AddingLinkedNames))]
    public void ALinkedElementIsNotAdded(string name)
    {
        foreach (int list in new[] { 0, 1, 2, 3 })
        {
            foreach (int element in Linked)
            {
                Refuses("is already on a list", world => AddingLinked[name](world, list, element));
            }
        }
    }

    [Theory]
    [MemberData(nameof(UsingUnlinkedNames))]
    public void AnUnlinkedElementIsNotOnAList(string name)
    {
        foreach (int list in new[] { 0, 2, 3 })
        {
            foreach (int element in Unlinked)
            {
                Refuses("is not on a list", world => UsingUnlinked[name](world, list, element));
            }
        }
    }

    [Theory]
    [MemberData(nameof(RemovingFromEmptyNames))]
    public void NothingIsRemovedFromAnEmptyList(string name)
    {
        foreach (int list in Empty)
        {
            Refuses("is empty", world => RemovingFromEmpty[name](world, list));
        }
    }

    [Theory]
    [MemberData(nameof(UsingForeignMarkNames))]
    public void NoMarkIsOnAnEmptyList(string name)
    {
        foreach (int list in Empty)
        {
            Refuses("is on another list", world => UsingForeignMark[name](world, list));
        }
    }

    [Theory]
    [MemberData(nameof(UsingItselfNames))]
    public void TheOtherListIsNotTheListItself(string name)
    {
        foreach (int list in new[] { 0, 1, 2, 3 })
        {
            Refuses("must not be the list itself", world => UsingItself[name](world, list));
        }
    }

    [Theory]
    [MemberData(nameof(CuttingIntoNotEmptyNames))]
    public void WhatReceivesACutIsEmpty(string name)
    {
        foreach (int into in new[] { 0, 1 })
        {
            Refuses("must be empty", world => CuttingIntoNotEmpty[name](world, into));
        }
    }

    [Theory]
    [MemberData(nameof(PassingNoCallbackNames))]
    public void ACallbackIsNotNull(string name)
    {
        ArgumentNullException exception = Unchanged<ArgumentNullException>(PassingNoCallback[name].Call);
        Assert.Equal(PassingNoCallback[name].Parameter, exception.ParamName);
    }

    [Theory]
    [MemberData(nameof(AddingLinkedNames))]
    public void AnElementThatIsBeingDrainedIsNotAdded(string name)
    {
        foreach ((int list, int element) in from list in Lists from element in Unlinked select (list, element))
        {
            Refuses("is being drained", world => AddingLinked[name](world, list, element), CreateDetached);
        }
    }

    [Theory]
    [MemberData(nameof(UsingUnlinkedNames))]
    public void AnElementThatIsBeingDrainedIsOnNoList(string name)
    {
        // Where there is an element to add as well, it is being drained too, and refused first.
        string reason = name.StartsWith("Add") || name.StartsWith("Replace") ? "is being drained" : "is not on a list";
        foreach ((int list, int element) in from list in Lists where list != 1 from element in Unlinked select (list, element))
        {
            Refuses(reason, world => UsingUnlinked[name](world, list, element), CreateDetached);
        }
    }

    [Fact]
    public void AnElementThatIsBeingDrainedAnswersThatItIsOnNoList()
    {
        foreach ((int list, int element) in from list in Lists from element in Unlinked select (list, element))
        {
            using World world = CreateDetached();
            byte[] before = world.Snapshot();
            Assert.False(world.Nodes[list].TryRemove(world[element]));
            Assert.False(world.Nodes[list].Contains(world[element]));
            Assert.False(world.Nodes[list].IsFirst(world[element]));
            Assert.False(world.Nodes[list].IsLast(world[element]));
            Assert.False(Item.NodeLink.IsLinked(world[element]));
            Assert.False(world[element].Value.Node.IsLinked);
            Assert.Equal(before, world.Snapshot());
        }
    }

    [Fact]
    public void TheMessageNamesTheNodeConcerned()
    {
        InvalidOperationException exception = Unchanged<InvalidOperationException>(world => world.Others[0].Remove(world[0]));
        Assert.Contains("'Other'", exception.Message);
    }

    [Fact]
    public void AnOwnerWithoutAHeadHasNoList()
    {
        var owner = (PinnedOwner)RuntimeHelpers.GetUninitializedObject(typeof(PinnedOwner));
        Assert.Throws<NullReferenceException>(() => owner.Items.IsEmpty);
    }

    private static void Refuses(string reason, Action<World> call, Func<World>? create = null)
    {
        InvalidOperationException exception = Unchanged<InvalidOperationException>(call, create);
        Assert.Contains(reason, exception.Message);
        Assert.Contains("'Item'", exception.Message);
        Assert.Contains("'Node'", exception.Message);
    }

    private static TException Unchanged<TException>(Action<World> call, Func<World>? create = null)
        where TException : Exception
    {
        using World world = (create ?? Create)();
        byte[] before = world.Snapshot();
        TException exception = Assert.Throws<TException>(() => call(world));
        Assert.Equal(before, world.Snapshot());
        return exception;
    }

    private static World Create()
    {
        var world = new World(elements: 7, HeadKind.Zeroed, HeadKind.Zeroed, HeadKind.Zeroed, HeadKind.Initialized);
        world.Nodes.Fill(3, 2);
        world.Nodes[0].AddLast(world[5]);
        world.Nodes[0].Remove(world[5]);
        return world;
    }

    /// <summary>Makes the same world, but a loop that drains a list has the unlinked elements.</summary>
    private static World CreateDetached()
    {
        World world = Create();
        foreach (int element in Unlinked)
        {
            world.Nodes[2].AddLast(world[element]);
        }

#pragma warning disable ILIST207 // What a drain loop does when it begins, without the loop.
        world.Nodes[2].Detach();
#pragma warning restore ILIST207
        return world;
    }

    /// <summary>Returns the unlinked element that is not this one.</summary>
    private static int Other(int unlinked) => Unlinked[0] + Unlinked[1] - unlinked;
}
