using System;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests.Memory;

/// <summary>That the pool is cheap where it promises to be, and holds what a large program needs.</summary>
public sealed class NativePoolCostTests : IDisposable
{
    private readonly NativePool<PooledItem> _pool = new();

    public void Dispose() => _pool.Dispose();

    [Fact]
    public void NothingIsAllocatedOnTheManagedHeap()
    {
        var elements = new Ptr<PooledItem>[10_000];
        AllocateAndFree(elements);

        long before = GC.GetAllocatedBytesForCurrentThread();
        AllocateAndFree(elements);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void NothingIsAllocatedOnTheManagedHeapByTwoPoolsInTurn()
    {
        using var other = new NativePool<PooledItem>();
        AllocateAndFreeInTurn(other);

        long before = GC.GetAllocatedBytesForCurrentThread();
        AllocateAndFreeInTurn(other);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void ThereCanBeMillionsOfElements()
    {
        const int Count = 2_000_000;
        var elements = new Ptr<PooledItem>[Count];
        for (int index = 0; index < Count; index++)
        {
            elements[index] = _pool.Allocate();
            elements[index].Value.Stamp = index;
        }

        // An address that was handed out twice has lost its first stamp.
        Assert.DoesNotContain(Enumerable.Range(0, Count), index => elements[index].Value.Stamp != index);
        new Random(1).Shuffle(elements);
        Array.ForEach(elements, _pool.Free);
        Assert.All(elements.Take(1_000), element => Assert.Throws<InvalidOperationException>(() => _pool.Free(element)));
    }

    private void AllocateAndFree(Ptr<PooledItem>[] elements)
    {
        for (int index = 0; index < elements.Length; index++)
        {
            elements[index] = _pool.Allocate();
        }

        foreach (Ptr<PooledItem> element in elements)
        {
            _pool.Free(element);
        }
    }

    private void AllocateAndFreeInTurn(NativePool<PooledItem> other)
    {
        for (int round = 0; round < 1_000; round++)
        {
            Ptr<PooledItem> own = _pool.Allocate();
            other.Free(other.Allocate());
            _pool.Free(own);
        }
    }
}
