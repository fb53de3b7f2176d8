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
        long sum = 0;
        for (long step = 0; step < plan->Steps; step++)
        {
            Ptr<T> element = _pool.Allocate();
            KeyOf(element) = step;
            sum += KeyOf(element);
            _pool.Free(element);
        }

        return sum;
    }

    private long Batch(Plan* plan)
    {
        var elements = (Ptr<T>*)plan->Elements;
        long sum = 0;
        for (long index = 0; index < plan->Count; index++)
        {
            elements[index] = _pool.Allocate();
            KeyOf(elements[index]) = index;
        }

        for (long index = 0; index < plan->Count; index++)
        {
            Ptr<T> element = elements[plan->Order[index]];
            sum += KeyOf(element);
            _pool.Free(element);
        }

        return sum;
    }
}
