using System;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests.Disassembly;

/// <summary>
/// The machine code of what programs do most: everything is inlined, nothing is checked twice, and only what throws is called.
/// </summary>
public sealed class HotPathTests
{
    // The sizes are those of .NET 10, and a tenth more: room for another version of the compiler, not for another call, a bounds check, or a copy of an enumerator.
    [DisassemblyTheory]
    [InlineData(nameof(HotPaths.AddFirst), 61)]
    [InlineData(nameof(HotPaths.AddLast), 62)]
    [InlineData(nameof(HotPaths.Remove), 54)]
    [InlineData(nameof(HotPaths.RemoveFirst), 58)]
    [InlineData(nameof(HotPaths.RemoveLast), 60)]
    [InlineData(nameof(HotPaths.TryRemoveFirst), 75)]
    [InlineData(nameof(HotPaths.MoveToFirst), 83)]
    [InlineData(nameof(HotPaths.CutBefore), 130)]
    [InlineData(nameof(HotPaths.Walk), 76)]
    public void IsNoLargerThanItWas(string method, int size) => Assert.InRange(Listing.Of(method).Size, 1, size);

    [DisassemblyTheory]
    [InlineData(nameof(HotPaths.AddFirst), 1)]
    [InlineData(nameof(HotPaths.AddLast), 1)]
    [InlineData(nameof(HotPaths.Remove), 1)]
    [InlineData(nameof(HotPaths.RemoveFirst), 1)]
    [InlineData(nameof(HotPaths.RemoveLast), 1)]
    [InlineData(nameof(HotPaths.TryRemoveFirst), 0)]
    [InlineData(nameof(HotPaths.MoveToFirst), 1)]
    [InlineData(nameof(HotPaths.Walk), 1)]
    public void CallsOnlyWhatThrows(string method, int calls)
    {
        var listing = Listing.Of(method);
        Assert.All(listing.Calls, call => Assert.StartsWith("[IntrusiveLists.Throw:", call));
        Assert.Equal(calls, listing.Calls.Count);
    }

    // Thread-local storage would be a call, and a frame for what is live across it.
    [DisassemblyTheory]
    [InlineData(nameof(NativePool<Item>.Allocate), 1)]
    [InlineData(nameof(NativePool<Item>.Free), 2)]
    public void ThePoolLeavesItsWayOnlyWhereItMust(string method, int calls)
    {
        var listing = Listing.Of(method);
        string[] others = [.. listing.Calls.Where(call => !call.StartsWith("[IntrusiveLists.Throw:", StringComparison.Ordinal) && !call.StartsWith("CORINFO_HELP_RNGCHKFAIL", StringComparison.Ordinal))];
        Assert.All(others, call => Assert.StartsWith("[IntrusiveLists.NativePool", call));
        Assert.Equal(calls, others.Length);
    }

    // A move writes to the two neighbours that the node leaves, to the two that it gets, and to itself.
    [DisassemblyTheory]
    [InlineData(nameof(HotPaths.MoveToFirst), 5)]
    [InlineData(nameof(HotPaths.AddFirst), 4)]
    [InlineData(nameof(HotPaths.Remove), 3)]
    public void WritesNoOftenerThanC(string method, int writes) => Assert.Equal(writes, Listing.Of(method).Writes);

    // What is walked is as often short and in the cache as not: there it would cost more than it brings.
    [DisassemblyTheory]
    [InlineData(nameof(HotPaths.Drain), 1)]
    [InlineData(nameof(HotPaths.Walk), 0)]
    public void ADrainReadsAheadAndAWalkDoesNot(string method, int prefetches) => Assert.Equal(prefetches, Listing.Of(method).Prefetches);
}
