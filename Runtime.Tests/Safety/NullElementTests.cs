using System;
using System.Collections.Generic;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>A null element throws, wherever its node lies, and nothing has been written.</summary>
public abstract class NullElementTests<T, TLink> : IDisposable
    where T : unmanaged
    where TLink : unmanaged, IListLink<T>
{
    private static readonly Dictionary<string, Operation> Operations = new()
    {
        ["AddFirst"] = (list, _, _, _) => list.AddFirst(default),
        ["AddLast"] = (list, _, _, _) => list.AddLast(default),
        ["AddBefore, mark"] = (list, _, _, unlinked) => list.AddBefore(default, unlinked),
        ["AddBefore, element"] = (list, _, linked, _) => list.AddBefore(linked, default),
        ["AddAfter, mark"] = (list, _, _, unlinked) => list.AddAfter(default, unlinked),
        ["AddAfter, element"] = (list, _, linked, _) => list.AddAfter(linked, default),
        ["Remove"] = (list, _, _, _) => list.Remove(default),
        ["TryRemove"] = (list, _, _, _) => list.TryRemove(default),
        ["Next"] = (list, _, _, _) => list.Next(default),
        ["Previous"] = (list, _, _, _) => list.Previous(default),
        ["IsFirst"] = (list, _, _, _) => list.IsFirst(default),
        ["IsLast"] = (list, _, _, _) => list.IsLast(default),
        ["Contains"] = (list, _, _, _) => list.Contains(default),
        ["StartingAt"] = (list, _, _, _) => list.StartingAt(default),
        ["MoveToFirst"] = (list, _, _, _) => list.MoveToFirst(default),
        ["MoveToLast"] = (list, _, _, _) => list.MoveToLast(default),
        ["MoveBefore, mark"] = (list, _, linked, _) => list.MoveBefore(default, linked),
        ["MoveBefore, element"] = (list, _, linked, _) => list.MoveBefore(linked, default),
        ["MoveAfter, mark"] = (list, _, linked, _) => list.MoveAfter(default, linked),
        ["MoveAfter, element"] = (list, _, linked, _) => list.MoveAfter(linked, default),
        ["MoveRangeToLast, first"] = (list, _, linked, _) => list.MoveRangeToLast(default, linked),
        ["MoveRangeToLast, last"] = (list, _, linked, _) => list.MoveRangeToLast(linked, default),
        ["Replace, current"] = (list, _, _, unlinked) => list.Replace(default, unlinked),
        ["Replace, replacement"] = (list, _, linked, _) => list.Replace(linked, default),
        ["Swap, left"] = (list, _, linked, _) => list.Swap(default, linked),
        ["Swap, right"] = (list, _, linked, _) => list.Swap(linked, default),
        ["RotateToFirst"] = (list, _, _, _) => list.RotateToFirst(default),
        ["SpliceBefore"] = (list, other, _, _) => list.SpliceBefore(default, other),
        ["SpliceAfter"] = (list, other, _, _) => list.SpliceAfter(default, other),
        ["CutBefore"] = (list, other, _, _) => list.CutBefore(default, other),
        ["CutThrough"] = (list, other, _, _) => list.CutThrough(default, other),
        ["ContainerOf"] = (_, _, _, _) => ListLink.ContainerOf<T, TLink>(default),
        ["NodeOf"] = (_, _, _, _) => ListLink.NodeOf<T, TLink>(default),
        ["IsLinked"] = (_, _, _, _) => ListLink.IsLinked<T, TLink>(default),
        ["Unlink"] = (_, _, _, _) => ListLink.Unlink<T, TLink>(default),
    };

    private readonly Ptr<T>[] _elements;

    internal NullElementTests(int sizeOfOwners)
    {
        Arena = new Arena(sizeOfOwners + (3 * Arena.SizeOf<T>()));
        _elements = Arena.Allocate<T>(3);
    }

    private delegate void Operation(IntrusiveList<T, TLink> list, IntrusiveList<T, TLink> empty, Ptr<T> linked, Ptr<T> unlinked);

    public static TheoryData<string> Names => [.. Operations.Keys];

    internal Arena Arena { get; }

    protected abstract IntrusiveList<T, TLink> List { get; }

    protected abstract IntrusiveList<T, TLink> EmptyList { get; }

    [Theory]
    [MemberData(nameof(Names))]
    public void IsRefused(string name)
    {
        List.AddLast(_elements[0]);
        List.AddLast(_elements[1]);
        byte[] before = Arena.Snapshot();
        Assert.Throws<NullReferenceException>(() => Operations[name](List, EmptyList, _elements[1], _elements[2]));
        Assert.Equal(before, Arena.Snapshot());
    }

    public void Dispose()
    {
        Arena.Dispose();
        GC.SuppressFinalize(this);
    }
}
