using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Xunit;

namespace IntrusiveLists.Tests.Memory;

/// <summary>The pool under several threads.</summary>
[Collection(nameof(Alone))]
public sealed class NativePoolThreadTests : IDisposable
{
    private const int ThreadCount = 4;

    // What a thread may keep to itself: two batches of 64, and one.
    private const int KeptByThread = 129;

    private readonly NativePool<PooledItem> _pool = new();

    public void Dispose() => _pool.Dispose();

    [Fact]
    public void NoElementIsHandedOutTwice()
    {
        // Five of these make a batch, so that the threads go to the depot often.
        using var pool = new NativePool<Sizes.Of3000Bytes>();
        Threads.Run(ThreadCount, thread =>
        {
            var held = new (Ptr<Sizes.Of3000Bytes> Element, long Stamp)[16];
            for (int step = 0; step < 50_000; step++)
            {
                for (int index = 0; index < held.Length; index++)
                {
                    held[index] = AllocateStamped(pool, thread + 1);
                }

                for (int index = 0; index < held.Length; index++)
                {
                    FreeStamped(pool, held[index]);
                }
            }
        });
    }

    [Fact]
    public void NoElementIsHandedOutTwiceWhenOtherThreadsFree()
    {
        // What one thread puts into the queue another takes and frees.
        using var pool = new NativePool<Sizes.Of3000Bytes>();
        var exchange = new ConcurrentQueue<(Ptr<Sizes.Of3000Bytes> Element, long Stamp)[]>();
        Threads.Run(ThreadCount, thread =>
        {
            var random = new Random(thread);
            for (int step = 0; step < 5_000; step++)
            {
                long stamp = ((long)(thread + 1) << 32) | (uint)step;
                exchange.Enqueue(Enumerable.Range(0, random.Next(1, 30)).Select(_ => AllocateStamped(pool, stamp)).ToArray());
                if (exchange.TryDequeue(out (Ptr<Sizes.Of3000Bytes> Element, long Stamp)[]? taken))
                {
                    Array.ForEach(taken, stamped => FreeStamped(pool, stamped));
                }
            }
        });
    }

    [Fact]
    public void NoElementIsHandedOutTwiceWhileThreadsComeAndGo()
    {
        // Each thread uses the pool often enough to be known by its stack, and the next ones get the stacks of those that have ended.
        using var pool = new NativePool<Sizes.Of3000Bytes>();
        for (int round = 0; round < 100; round++)
        {
            Threads.Run(ThreadCount, thread =>
            {
                for (int step = 0; step < 4_000; step++)
                {
                    FreeStamped(pool, AllocateStamped(pool, thread + 1));
                }
            });
            GC.Collect(round % 2);
        }
    }

    [Fact]
    public void OfConcurrentFreesOfOneElementExactlyOneSucceeds()
    {
        const int Rounds = 40_000;
        Ptr<PooledItem>[] elements = Enumerable.Range(0, Rounds).Select(_ => _pool.Allocate()).ToArray();
        int[] freed = new int[Rounds];
        Threads.RunInStep(2, Rounds, round =>
        {
            if (TryFree(elements[round]))
            {
                Interlocked.Increment(ref freed[round]);
            }
        });

        Assert.All(freed, times => Assert.Equal(1, times));
        Assert.Equal(Rounds, elements.Select(_ => _pool.Allocate()).Distinct().Count());
    }

    [Fact]
    public void OfConcurrentFreesOfALinkedElementNoneSucceeds()
    {
        const int Rounds = 5_000;
        PooledItemLists lists = default;
        Ptr<PooledItem>[] elements = Enumerable.Range(0, Rounds).Select(_ => _pool.Allocate()).ToArray();
        foreach (Ptr<PooledItem> element in elements)
        {
            lists.ByFirst.AddLast(element);
        }

        int freed = 0;
        Threads.RunInStep(2, Rounds, round =>
        {
            if (TryFree(elements[round]))
            {
                Interlocked.Increment(ref freed);
            }
        });

        Assert.Equal(0, freed);
        lists.ByFirst.Clear();
        Array.ForEach(elements, _pool.Free);
    }

    [Fact]
    public void AnElementMayBeFreedByAnotherThread()
    {
        Ptr<PooledItem>[] elements = Enumerable.Range(0, 1_000).Select(_ => _pool.Allocate()).ToArray();
        Threads.Run(1, _ => Array.ForEach(elements, _pool.Free));

        Assert.All(elements, element => Assert.False(TryFree(element)));
    }

    [Fact]
    public void WhatAnotherThreadFreesIsUsedAgain()
    {
        const int Count = 10_000;
        Ptr<PooledItem>[] elements = Enumerable.Range(0, Count).Select(_ => _pool.Allocate()).ToArray();
        Threads.Run(1, _ => Array.ForEach(elements, _pool.Free));

        int reused = elements.ToHashSet().Intersect(elements.Select(_ => _pool.Allocate())).Count();
        Assert.InRange(reused, Count - KeptByThread, Count);
    }

    // Having used the pool 5 thousand times, each thread is known by its stack, and what it has returns once the next one is.
    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    public void WhatAThreadHasToItselfIsUsedAgainWhenItHasEnded(int uses)
    {
        const int Rounds = 50;
        var addresses = new ConcurrentDictionary<Ptr<PooledItem>, bool>();
        for (int round = 0; round < Rounds; round++)
        {
            // Each is on another page of its stack, which may be that of the last one.
            int depth = round * 4096;
            Threads.Run(1, _ => Threads.RunDeeper(depth, () => LeaveElements(uses, addresses)));
            Threads.FinalizeEnded();
        }

        // Lost with each thread, it would be 50 times as many as one thread takes. Some threads take a moment to end.
        Assert.InRange(addresses.Count, 100, 5 * KeptByThread);
    }

    [Fact]
    public void WhatManyThreadsLeaveIsHandedOutInBatches()
    {
        // None leaves a whole batch of 64, all together leave many.
        const int Count = 1_200;
        const int LeftByThread = 50;
        Ptr<PooledItem>[] elements = Enumerable.Range(0, Count).Select(_ => _pool.Allocate()).ToArray();
        for (int start = 0; start < Count; start += LeftByThread)
        {
            int first = start;
            Threads.Run(1, _ => Array.ForEach([.. elements.Skip(first).Take(LeftByThread)], _pool.Free));
        }

        Threads.FinalizeEnded();
        using var allocated = new ManualResetEventSlim();
        using var counted = new ManualResetEventSlim();
        Thread other = Threads.Start(() =>
        {
            _pool.Allocate();
            allocated.Set();
            counted.Wait();
        });
        allocated.Wait();
        int reused = elements.ToHashSet().Intersect(elements.Select(_ => _pool.Allocate())).Count();
        counted.Set();
        other.Join();

        // The other thread has no more than a thread may keep; one that freed may still be ending.
        Assert.InRange(reused, Count - (2 * KeptByThread), Count);
    }

    [Fact]
    public void AProducerAndAConsumerDoNotGrowThePool()
    {
        const int Capacity = 100;
        using var queue = new BlockingCollection<Ptr<PooledItem>>(Capacity);
        var addresses = new HashSet<Ptr<PooledItem>>();
        Threads.Run(2, thread =>
        {
            if (thread == 0)
            {
                Produce(queue, addresses);
            }
            else
            {
                foreach (Ptr<PooledItem> element in queue.GetConsumingEnumerable())
                {
                    _pool.Free(element);
                }
            }
        });

        // In the queue, with each thread, and a batch on its way.
        Assert.InRange(addresses.Count, 1, Capacity + (3 * KeptByThread));
    }

    [Fact]
    public void ThePoolsOfOneTypeAreIndependent()
    {
        using var other = new NativePool<PooledItem>();
        var own = new List<Ptr<PooledItem>>();
        var others = new List<Ptr<PooledItem>>();
        for (int round = 0; round < 1_000; round++)
        {
            own.Add(_pool.Allocate());
            others.Add(other.Allocate());
        }

        Assert.Empty(own.Intersect(others));
        for (int round = 0; round < 1_000; round++)
        {
            Assert.False(TryFree(others[round]));
            _pool.Free(own[round]);
            other.Free(others[round]);
        }

        Assert.Equal(own.ToHashSet(), own.Select(_ => _pool.Allocate()).ToHashSet());
        Assert.Equal(others.ToHashSet(), others.Select(_ => other.Allocate()).ToHashSet());
    }

    private void LeaveElements(int uses, ConcurrentDictionary<Ptr<PooledItem>, bool> addresses)
    {
        _pool.Use(uses);

        // 100 elements leave one full batch and a part of one.
        Ptr<PooledItem>[] elements = Enumerable.Range(0, 100).Select(_ => _pool.Allocate()).ToArray();
        Array.ForEach(elements, element => addresses[element] = true);
        Array.ForEach(elements, _pool.Free);
    }

    private void Produce(BlockingCollection<Ptr<PooledItem>> queue, HashSet<Ptr<PooledItem>> addresses)
    {
        for (int count = 0; count < 100_000; count++)
        {
            Ptr<PooledItem> element = _pool.Allocate();
            addresses.Add(element);
            queue.Add(element);
        }

        queue.CompleteAdding();
    }

    private bool TryFree(Ptr<PooledItem> element)
    {
        try
        {
            _pool.Free(element);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static unsafe (Ptr<T> Element, long Stamp) AllocateStamped<T>(NativePool<T> pool, long stamp)
        where T : unmanaged
    {
        Ptr<T> element = pool.Allocate();
        Assert.Equal(0, *(long*)element.Pointer);
        *(long*)element.Pointer = stamp;
        return (element, stamp);
    }

    private static unsafe void FreeStamped<T>(NativePool<T> pool, (Ptr<T> Element, long Stamp) stamped)
        where T : unmanaged
    {
        Assert.Equal(stamped.Stamp, *(long*)stamped.Element.Pointer);
        pool.Free(stamped.Element);
    }
}
