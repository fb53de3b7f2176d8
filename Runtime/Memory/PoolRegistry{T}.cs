using System;
using System.Linq;
using System.Threading;

namespace IntrusiveLists;

/// <summary>
/// The pools of one type that have memory: where an element came from.
/// </summary>
/// <remarks>
/// It keeps pools that the program has forgotten without disposing of them. Their memory is not freed either, and their elements may still be on lists.
/// </remarks>
internal static unsafe class PoolRegistry<T>
    where T : unmanaged
{
    private static NativePool<T>[] _pools = [];

    /// <summary>Returns the pool whose memory an element lies in, or null. O(pools of this type).</summary>
    public static NativePool<T>? OwnerOf(T* element)
    {
        foreach (NativePool<T> pool in Volatile.Read(ref _pools))
        {
            if (pool.Owns(element))
            {
                return pool;
            }
        }

        return null;
    }

    public static void Add(NativePool<T> pool) => Replace(pools => [.. pools, pool]);

    public static void Remove(NativePool<T> pool) => Replace(pools => pools.Where(other => other != pool).ToArray());

    private static void Replace(Func<NativePool<T>[], NativePool<T>[]> change)
    {
        NativePool<T>[] before;
        do
        {
            before = Volatile.Read(ref _pools);
        }
        while (Interlocked.CompareExchange(ref _pools, change(before), before) != before);
    }
}
