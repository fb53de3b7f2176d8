using System;
using System.Runtime.InteropServices;

namespace IntrusiveLists.Benchmarks;

/// <summary>The memory of a workload, which all contenders use in turn: elements, orders and heads lie at the same addresses for each.</summary>
internal sealed unsafe class Arena : IDisposable
{
    private const int HeadBytes = 256;
    private const int PageSize = 4096;

    // Elements begin where a page does, heads elsewhere in theirs, the same in every run: where the addresses of a head and of a node end alike,
    // a processor may wait for the write of the one before it reads the other.
    private const int HeadOffset = 64;
    private const int FewKeys = 16;

    private readonly Plan* _plan;

    public Arena(Workload workload)
    {
        _plan = (Plan*)NativeMemory.AllocZeroed((nuint)sizeof(Plan));
        _plan->Count = workload.Count;
        _plan->Steps = workload.Steps;
        _plan->Elements = (byte*)Allocate((nuint)(workload.Count * workload.ElementSize));
        _plan->Heads = (byte*)Allocate(HeadOffset + HeadBytes) + HeadOffset;
        _plan->Order = (uint*)Allocate((nuint)workload.Count * sizeof(uint));
        _plan->Picks = (uint*)Allocate((nuint)workload.Steps * sizeof(uint));

        // One sequence for every contender, round and run.
        var random = new Random(1);
        Order(workload, random);
        Keys(workload, random);
        for (long step = 0; step < workload.Steps; step++)
        {
            _plan->Picks[step] = (uint)random.NextInt64(workload.Count);
        }
    }

    /// <summary>Gets what a round is told.</summary>
    public Plan* Plan => _plan;

    public void Dispose()
    {
        NativeMemory.AlignedFree(_plan->Elements);
        NativeMemory.AlignedFree((byte*)_plan->Heads - HeadOffset);
        NativeMemory.AlignedFree(_plan->Order);
        NativeMemory.AlignedFree(_plan->Picks);
        NativeMemory.Free(_plan);
    }

    private static void* Allocate(nuint size)
    {
        void* memory = NativeMemory.AlignedAlloc(size, PageSize);
        NativeMemory.Clear(memory, size);
        return memory;
    }

    private void Order(Workload workload, Random random)
    {
        var order = new Span<uint>(_plan->Order, (int)workload.Count);
        for (int index = 0; index < order.Length; index++)
        {
            order[index] = (uint)index;
        }

        if (workload.Shuffled)
        {
            random.Shuffle(order);
        }
    }

    private void Keys(Workload workload, Random random)
    {
        for (long place = 0; place < workload.Count; place++)
        {
            *(long*)(_plan->Elements + (_plan->Order[place] * workload.ElementSize)) = workload.Keys switch
            {
                KeyPattern.Sorted => place,
                KeyPattern.Reversed => workload.Count - place,
                KeyPattern.FewDistinct => random.Next(FewKeys),

                // As many bits as a double holds, so that both kinds of keys have the same order.
                _ => random.NextInt64(1L << 52),
            };
        }
    }
}
