using System;
using System.Collections.Generic;
using System.Linq;
using IntrusiveLists;
using Xunit;

namespace Interop.Tests;

/// <summary>What one side does to a list, the other sees; whoever made it.</summary>
public sealed unsafe class ListTests
{
    public static TheoryData<int> Sizes => [0, 1, 2, 3, 10, 1000];

    [CSideTheory]
    [MemberData(nameof(Sizes))]
    public void CSharpWalksWhatCMade(int size)
    {
        using var queue = new QueueFixture(size);
        queue.ExpectPending([.. Enumerable.Range(1, size)]);
        queue.ExpectDone();
    }

    [CSideTheory]
    [MemberData(nameof(Sizes))]
    public void CSeesWhatCSharpAdds(int size)
    {
        using var queue = new QueueFixture(size);
        queue.Queue.Value.Pending.AddFirst(QueueFixture.CreateJob(-1));
        queue.Queue.Value.Pending.AddLast(QueueFixture.CreateJob(-2));
        queue.Queue.Value.Pending.AddAfter(queue.Pending(-1), QueueFixture.CreateJob(-3));
        queue.ExpectPending([-1, -3, .. Enumerable.Range(1, size), -2]);
    }

    [CSideTheory]
    [MemberData(nameof(Sizes))]
    public void CSeesWhatCSharpRemoves(int size)
    {
        using var queue = new QueueFixture(size);
        int removed = queue.Queue.Value.Pending.RemoveWhere(job => job.Value.Number % 3 == 0, queue.Queue.Value.Done);
        Assert.Equal(size / 3, removed);
        queue.ExpectPending([.. Enumerable.Range(1, size).Where(number => number % 3 != 0)]);
        queue.ExpectDone([.. Enumerable.Range(1, size).Where(number => number % 3 == 0)]);
    }

    [CSideTheory]
    [MemberData(nameof(Sizes))]
    public void CSeesWhatCSharpMoves(int size)
    {
        using var queue = new QueueFixture(size);
        queue.Queue.Value.Pending.SortBy(job => -job.Value.Number);
        queue.ExpectPending([.. Enumerable.Range(1, size).Reverse()]);
        queue.Queue.Value.Done.SpliceLast(queue.Queue.Value.Pending);
        queue.ExpectPending();
        queue.ExpectDone([.. Enumerable.Range(1, size).Reverse()]);
    }

    [CSideTheory]
    [MemberData(nameof(Sizes))]
    public void CSharpSeesWhatCTakesAndFinishes(int size)
    {
        using var queue = new QueueFixture(size);
        for (int number = 1; number <= size; number++)
        {
            Ptr<Job> job = NativeQueue.Take(queue.Queue);
            Assert.Equal(number, job.Value.Number);
            Assert.False(Job.InQueueLink.IsLinked(job));
            NativeQueue.Finish(queue.Queue, job);
            Assert.True(Job.InQueueLink.IsLinked(job));
        }

        Assert.True(NativeQueue.Take(queue.Queue) == null);
        Assert.True(queue.Queue.Value.Pending.IsEmpty);
        Assert.Equal(size, queue.Queue.Value.Taken);
        queue.ExpectDone([.. Enumerable.Range(1, size)]);
    }

    /// <summary>The owner is zeroed memory of C#, the elements come from a pool: C has made nothing of it.</summary>
    [CSideTheory]
    [MemberData(nameof(Sizes))]
    public void CWorksOnWhatCSharpMade(int size)
    {
        using var pool = new NativePool<Job>();
        WorkQueue memory = default;
        Ptr<WorkQueue> queue = &memory;
        Assert.Empty(BothSides.Pending(queue));
        for (int number = 1; number <= size; number++)
        {
            Ptr<Job> job = pool.Allocate();
            job.Value.Number = number;
            NativeQueue.Submit(queue, job);
        }

        Assert.Equal(Enumerable.Range(1, size), BothSides.Pending(queue));
        while (queue.Value.Pending.Last is { IsNull: false } job)
        {
            NativeQueue.Cancel(job);
            pool.Free(job);
        }

        Assert.Empty(BothSides.Pending(queue));
    }

    [CSideFact]
    public void CTakesAHeadThatCSharpHasZeroedForEmpty()
    {
        using var queue = new QueueFixture(0);
        Ptr<Job> job = QueueFixture.CreateJob(1);
        queue.Queue.Value.Pending.AddLast(job);
        queue.Queue.Value.Pending.Clear();
        queue.ExpectPending();
        Assert.True(NativeQueue.Take(queue.Queue) == null);
        NativeQueue.Submit(queue.Queue, job);
        queue.ExpectPending(1);
    }

    [CSideFact]
    public void CFindsEveryNodeFreeThatCSharpRemoved()
    {
        using var queue = new QueueFixture(4);
        Ptr<Job>[] jobs = queue.Queue.Value.Pending.ToArray();
        Job.InQueueLink.Unlink(jobs[2]);
        queue.Queue.Value.Pending.Remove(jobs[0]);
        Assert.Equal([1, 0, 1, 0], jobs.Select(job => NativeQueue.IsFree(job)));
        queue.Queue.Value.Pending.Clear();
        Assert.All(jobs, job => Assert.Equal(1, NativeQueue.IsFree(job)));
        Array.ForEach(jobs, job => NativeQueue.DestroyJob(job));
    }

    /// <summary>Other C code leaves a removed node at itself: to C# it is linked, until somebody zeroes or unlinks it.</summary>
    [CSideFact]
    public void ANodeAtItselfIsUnlinkedBeforeItIsAdded()
    {
        using var queue = new QueueFixture(2);
        Ptr<Job> job = NativeQueue.Take(queue.Queue);
        nint* node = (nint*)Job.InQueueLink.NodeOf(job).Pointer;
        node[0] = (nint)node;
        node[1] = (nint)node;
        Assert.True(Job.InQueueLink.IsLinked(job));
        Assert.Throws<InvalidOperationException>(() => queue.Queue.Value.Pending.AddLast(job));
        queue.ExpectPending(2);

        Job.InQueueLink.Unlink(job);
        queue.Queue.Value.Pending.AddLast(job);
        queue.ExpectPending(2, 1);
    }

    /// <summary>Still other C code leaves the links as they were: nothing but zeroing helps.</summary>
    [CSideFact]
    public void ANodeWithStaleLinksIsRefusedUntilItIsZeroed()
    {
        using var queue = new QueueFixture(3);
        Ptr<Job> job = queue.Pending(2);
        nint* node = (nint*)Job.InQueueLink.NodeOf(job).Pointer;
        (nint next, nint previous) = (node[0], node[1]);
        NativeQueue.Cancel(job);
        (node[0], node[1]) = (next, previous);
        Assert.Throws<InvalidOperationException>(() => queue.Queue.Value.Pending.AddLast(job));
        Assert.Throws<ListCorruptedException>(() => Job.InQueueLink.Unlink(job));
        queue.ExpectPending(1, 3);

        (node[0], node[1]) = (0, 0);
        queue.Queue.Value.Pending.AddLast(job);
        queue.ExpectPending(1, 3, 2);
    }

    [CSideTheory]
    [InlineData(0)]
    [InlineData(1)]
    public void AWrongLinkIsADisagreement(int link)
    {
        using var queue = new QueueFixture(3);
        nint* node = (nint*)Job.InQueueLink.NodeOf(queue.Pending(2)).Pointer;
        nint right = node[link];
        node[link] = (nint)node;
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => BothSides.Pending(queue.Queue));
        Assert.Contains("does not point back", exception.Message, StringComparison.Ordinal);
        node[link] = right;
        queue.ExpectPending(1, 2, 3);
    }

    /// <summary>Both sides in turn, at random, against a plain list.</summary>
    [CSideTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void BothSidesInTurnDoWhatAPlainListDoes(int seed)
    {
        var random = new Random(seed);
        using var queue = new QueueFixture(5);
        List<int> expected = [1, 2, 3, 4, 5];
        for (int number = 6; number < 2000; number++)
        {
            Step(random.Next(7), number, queue, expected, random);
            Assert.Equal(expected, BothSides.Pending(queue.Queue));
        }
    }

    private static void Step(int kind, int number, QueueFixture queue, List<int> expected, Random random)
    {
        int chosen = expected.Count == 0 ? 0 : expected[random.Next(expected.Count)];
        switch (kind)
        {
            case 0:
                NativeQueue.Submit(queue.Queue, QueueFixture.CreateJob(number));
                expected.Add(number);
                break;
            case 1:
                queue.Queue.Value.Pending.AddFirst(QueueFixture.CreateJob(number));
                expected.Insert(0, number);
                break;
            case 2 when chosen != 0:
                queue.Queue.Value.Pending.AddBefore(queue.Pending(chosen), QueueFixture.CreateJob(number));
                expected.Insert(expected.IndexOf(chosen), number);
                break;
            case 3 when chosen != 0:
                queue.Queue.Value.Pending.MoveToLast(queue.Pending(chosen));
                expected.Remove(chosen);
                expected.Add(chosen);
                break;
            case 4 when chosen != 0:
                NativeQueue.DestroyJob(NativeQueue.Take(queue.Queue));
                expected.RemoveAt(0);
                break;
            case 5 when chosen != 0:
                Ptr<Job> cancelled = queue.Pending(chosen);
                NativeQueue.Cancel(cancelled);
                NativeQueue.DestroyJob(cancelled);
                expected.Remove(chosen);
                break;
            case 6 when chosen != 0:
                Ptr<Job> removed = queue.Pending(chosen);
                queue.Queue.Value.Pending.Remove(removed);
                NativeQueue.DestroyJob(removed);
                expected.Remove(chosen);
                break;
            default:
                break;
        }
    }
}
