using System.Collections.Generic;

namespace IntrusiveLists.Benchmarks;

/// <summary>Contender: the pool, beside the allocators of C and C++.</summary>
internal sealed unsafe class PoolContender<[AddressStable] T>
    where T : unmanaged
{
    // It lives as long as the process.
    private readonly NativePool<T> _pool = new();

    /// <summary>Returns the contender.</summary>
    public Contender Create() => new("NativePool<T>", Contract.Own, new Dictionary<string, Operation>
    {
        ["allocate_pair"] = Pair,
        ["allocate_batch"] = Batch,
    });

    private static ref long KeyOf(Ptr<T> element) => ref *(long*)element.Pointer;

    private long Pair(Plan* plan)
    {
        long steps = plan->Steps;
        NativePool<T> pool = _pool;
        long sum = 0;
        for (long step = 0; step < steps; step++)
        {
            Ptr<T> element = pool.Allocate();
            KeyOf(element) = step;
            sum += KeyOf(element);
            pool.Free(element);
        }

        return sum;
    }

    private long Batch(Plan* plan)
    {
        var elements = (Ptr<T>*)plan->Elements;
        uint* order = plan->Order;
        long count = plan->Count;
        NativePool<T> pool = _pool;
        long sum = 0;
        for (long index = 0; index < count; index++)
        {
            Ptr<T> element = pool.Allocate();
            elements[index] = element;
            KeyOf(element) = index;
        }

        for (long index = 0; index < count; index++)
        {
            Ptr<T> element = elements[order[index]];
            sum += KeyOf(element);
            pool.Free(element);
        }

        return sum;
    }
}
