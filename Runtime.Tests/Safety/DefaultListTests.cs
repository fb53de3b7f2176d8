using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>A default list has no head: as the receiver of elements it is refused before an element is on its way.</summary>
public sealed class DefaultListTests
{
    private delegate void Operation(IntrusiveList<Item, Item.NodeLink> list, IntrusiveList<Item, Item.NodeLink> other);

    private static readonly Dictionary<string, Operation> Operations = new()
    {
        ["RemoveWhere"] = static (list, other) => list.RemoveWhere(element => element.Value.Key % 2 == 1, other),
        ["RemoveConsecutiveDuplicates"] = static (list, other) => list.RemoveConsecutiveDuplicates((_, _) => true, other),
        ["SpliceFirst"] = static (list, other) => list.SpliceFirst(other),
        ["SpliceLast"] = static (list, other) => list.SpliceLast(other),
        ["SpliceBefore"] = static (list, other) => list.SpliceBefore(list.First, other),
        ["SpliceAfter"] = static (list, other) => list.SpliceAfter(list.First, other),
        ["CutBefore"] = static (list, other) => list.CutBefore(list.Last, other),
        ["CutThrough"] = static (list, other) => list.CutThrough(list.First, other),
        ["Merge"] = static (list, other) => list.Merge(other, static (left, right) => left.Value.Key.CompareTo(right.Value.Key)),
    };

    public static TheoryData<string> Names => [.. Operations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void DefaultListIsRefused(string operation)
    {
        using var arena = new Arena(1024);
        ref Owner owner = ref arena.Allocate<Owner>().Value;
        foreach ((Ptr<Item> element, int key) in arena.Allocate<Item>(4).Select((element, key) => (element, key)))
        {
            element.Value.Key = key;
            owner.Items.AddLast(element);
        }

        byte[] before = arena.Snapshot();
        bool thrown = false;
        try
        {
            Operations[operation](owner.Items, default);
        }
        catch (NullReferenceException)
        {
            thrown = true;
        }

        Assert.True(thrown);
        Assert.Equal(before, arena.Snapshot());
    }
}
