using System;
using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Benchmarks;

/// <summary>How many bytes an element takes, its 16 bytes of data included.</summary>
internal static unsafe class MemoryUse
{
    private const int Elements = 100_000;
    private const int PoolWord = sizeof(int);

    /// <summary>Measures the managed lists, and asks the native allocator.</summary>
    public static IReadOnlyDictionary<string, long> Measure(IEnumerable<Contender> allocators)
    {
        var bytes = new Dictionary<string, long>
        {
            ["IntrusiveLists, in memory of the program"] = sizeof(SmallElement),
            ["IntrusiveLists, in a NativePool<T>"] = sizeof(SmallElement) + PoolWord,
            ["LinkedList<T>"] = OfLinkedList(),
        };
        foreach (Contender allocator in allocators.Where(allocator => allocator.Can("footprint")))
        {
            // A node of std::list is as large: two pointers and the data.
            bytes["C, C++ and Rust, in memory of malloc"] = allocator.DoIfAny("footprint", null);
        }

        return bytes;
    }

    private static long OfLinkedList()
    {
        var list = new LinkedList<SmallPayload>();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int index = 0; index < Elements; index++)
        {
            list.AddLast(default(SmallPayload));
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Elements;
    }
}
