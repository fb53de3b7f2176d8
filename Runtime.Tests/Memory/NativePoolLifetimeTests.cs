using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Xunit;

namespace IntrusiveLists.Tests.Memory;

/// <summary>Disposal, and what the collector may do meanwhile.</summary>
[Collection(nameof(Alone))]
public sealed unsafe class NativePoolLifetimeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5_000)]
    public void ADisposedPoolAllocatesNothing(int uses)
    {
        ObjectDisposedException exception = Assert.Throws<ObjectDisposedException>(() =>
        {
            var pool = new NativePool<PooledItem>();
            pool.Use(uses);
            pool.Dispose();
            pool.Allocate();
        });
        Assert.Equal("NativePool<PooledItem>", exception.ObjectName);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5_000)]
    public void ADisposedPoolFreesNothing(int uses)
    {
        ObjectDisposedException exception = Assert.Throws<ObjectDisposedException>(() =>
        {
            var pool = new NativePool<PooledItem>();
            pool.Use(uses);
            Ptr<PooledItem> element = pool.Allocate();
            pool.Dispose();
            pool.Free(element);
        });
        Assert.Equal("NativePool<PooledItem>", exception.ObjectName);
    }

    [Fact]
    public void APoolThatWasNeverUsedIsDisposed()
    {
        var pool = new NativePool<PooledItem>();
        pool.Dispose();

        Assert.Throws<ObjectDisposedException>(() => pool.Allocate());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5_000)]
    public void AThreadThatUsedThePoolFindsItDisposed(int uses)
    {
        var pool = new NativePool<PooledItem>();
        using var used = new ManualResetEventSlim();
        using var disposed = new ManualResetEventSlim();
        Exception? exception = null;
        Thread thread = Threads.Start(() =>
        {
            exception = Record.Exception(() =>
            {
                pool.Use(uses);
                used.Set();
                disposed.Wait();
                pool.Allocate();
            });
        });

        used.Wait();
        pool.Dispose();
        disposed.Set();
        thread.Join();
        Assert.IsType<ObjectDisposedException>(exception);
    }

    [Fact]
    public void ASecondDisposeDoesNothing()
    {
        var pool = new NativePool<PooledItem>();
        pool.Allocate();
        pool.Dispose();

        pool.Dispose();
    }

    [Fact]
    public void AnotherPoolOutlivesADisposedOne()
    {
        using var other = new NativePool<PooledItem>();
        Ptr<PooledItem> element = other.Allocate();
        element.Value.Stamp = 42;
        var pool = new NativePool<PooledItem>();
        pool.Allocate();
        pool.Dispose();

        Assert.Equal(42, element.Value.Stamp);
        other.Free(element);
        Assert.Equal(element, other.Allocate());
    }

    [Fact]
    public void DisposeFreesTheMemoryOfLiveElements()
    {
        const int Rounds = 40;
        const int BytesInRound = 32 * 1024 * 1024;
        long before = ProcessMemory.WorkingSet;
        for (int round = 0; round < Rounds; round++)
        {
            using var pool = new NativePool<Sizes.Of64Kilobytes>();
            for (int allocated = 0; allocated < BytesInRound; allocated += sizeof(Sizes.Of64Kilobytes))
            {
                pool.Allocate();
            }
        }

        // Leaked, it would be more than a gigabyte.
        Assert.InRange(ProcessMemory.WorkingSet - before, long.MinValue, (long)Rounds * BytesInRound / 2);
    }

    [Fact]
    public void AThreadMayEndBeforeAndAfterDispose()
    {
        for (int round = 0; round < 100; round++)
        {
            var pool = new NativePool<PooledItem>();
            Thread[] threads = Enumerable.Range(0, 4).Select(_ => Threads.Start(() => pool.Free(pool.Allocate()))).ToArray();
            Array.ForEach(threads, thread => thread.Join());
            Thread collector = Threads.Start(Threads.FinalizeEnded);
            pool.Dispose();
            collector.Join();
        }

        Threads.FinalizeEnded();
    }

    // Finalizers run in an order of their own, which depends on which object was made first.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AFinalizerMayFreeAnElementOfAPoolThatBecameUnreachableWithIt(bool poolFirst)
    {
        var outcomes = new ConcurrentBag<Exception?>();
        for (int count = 0; count < 10; count++)
        {
            Threads.RunAndEnd(() => AbandonHandle(outcomes, poolFirst));
        }

        Threads.FinalizeEnded();
        Assert.Equal(new Exception?[10], outcomes);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AbandonHandle(ConcurrentBag<Exception?> outcomes, bool poolFirst)
    {
        NativePool<PooledItem>? pool = poolFirst ? new NativePool<PooledItem>() : null;
        var handle = new Handle(outcomes);
        handle.Allocate(pool ?? new NativePool<PooledItem>());
    }

    private sealed class Handle(ConcurrentBag<Exception?> outcomes)
    {
        private NativePool<PooledItem>? _pool;
        private Ptr<PooledItem> _element;

        // An exception that leaves a finalizer ends the process.
        ~Handle() => outcomes.Add(Record.Exception(() => _pool!.Free(_element)));

        public void Allocate(NativePool<PooledItem> pool)
        {
            _pool = pool;
            _element = pool.Allocate();
        }
    }
}
