using System.Diagnostics;

namespace IntrusiveLists;

/// <summary>
/// What a debugger shows of a pool: the elements that are allocated, in the order of their addresses within each slab.
/// </summary>
internal sealed class PoolDebugView<T>
    where T : unmanaged
{
    /// <summary>A debugger shows no more.</summary>
    public const int LargestCount = 10_000;

    public PoolDebugView(NativePool<T> pool)
    {
        Items = [.. pool.Allocated(LargestCount)];
    }

    /// <summary>Gets the elements, or the first of very many.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public Ptr<T>[] Items { get; }
}
