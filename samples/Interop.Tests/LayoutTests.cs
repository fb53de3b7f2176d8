using System;
using System.Linq;
using IntrusiveLists;
using Xunit;

namespace Interop.Tests;

/// <summary>The layout that <see cref="ListHead"/> and <see cref="ListNode"/> promise, as the C compiler has it.</summary>
public sealed unsafe class LayoutTests
{
    [CSideFact]
    public void NextComesFirstAndPreviousBehindIt() => Assert.Equal(
        (0, IntPtr.Size, 2 * IntPtr.Size), ((int)NativeQueue.NextOffset(), (int)NativeQueue.PreviousOffset(), (int)NativeQueue.ListSize()));

    [CSideFact]
    public void HeadAndNodeAreAsLargeAsInC() => Assert.Equal(
        ((int)NativeQueue.ListSize(), (int)NativeQueue.ListSize()), (sizeof(ListHead), sizeof(ListNode)));

    [CSideFact]
    public void TheElementIsThatOfC()
    {
        Assert.Equal((int)NativeQueue.JobSize(), sizeof(Job));
        Assert.Equal((nint)NativeQueue.InQueueOffset(), default(Job.InQueueLink).Offset);
    }

    [CSideFact]
    public void TheOwnerIsThatOfC()
    {
        Assert.Equal((int)NativeQueue.QueueSize(), sizeof(WorkQueue));
        Assert.Equal(
            [(int)NativeQueue.PendingOffset(), (int)NativeQueue.DoneOffset()],
            IntrusiveRecord.Of<WorkQueue>().Heads.Select(head => head.Offset));
    }

    /// <summary>In a list of two that C# has made, every link is where C looks for it.</summary>
    [CSideFact]
    public void EveryLinkIsWhereCLooksForIt()
    {
        WorkQueue memory = default;
        Job first = default;
        Job last = default;
        memory.Pending.AddLast(&first);
        memory.Pending.AddLast(&last);
        nint head = (nint)(&memory) + (nint)NativeQueue.PendingOffset();
        nint firstNode = (nint)(&first) + (nint)NativeQueue.InQueueOffset();
        nint lastNode = (nint)(&last) + (nint)NativeQueue.InQueueOffset();
        Assert.Equal((firstNode, lastNode), Links(head));
        Assert.Equal((lastNode, head), Links(firstNode));
        Assert.Equal((head, firstNode), Links(lastNode));
    }

    private static (nint Next, nint Previous) Links(nint node) =>
        (*(nint*)(node + (nint)NativeQueue.NextOffset()), *(nint*)(node + (nint)NativeQueue.PreviousOffset()));
}
