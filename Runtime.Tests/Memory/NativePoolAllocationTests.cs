using System;
using Xunit;

namespace IntrusiveLists.Tests.Memory;

/// <summary>Neither allocating an element nor freeing it takes memory of the managed heap.</summary>
public sealed class NativePoolAllocationTests : IDisposable
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
