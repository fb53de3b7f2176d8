using System.Collections.Generic;

namespace IntrusiveLists;

/// <summary>Orders indexes by the keys that stand there, in the keys' default order.</summary>
internal readonly struct KeyOrder<TKey>(TKey[] keys) : IItemOrder
{
    /// <inheritdoc/>
    public bool IsAfter(nint first, nint second) => Comparer<TKey>.Default.Compare(keys[first], keys[second]) > 0;

    /// <inheritdoc/>
    public void Prefetch(nint item)
    {
        // The keys lie close together already.
    }
}
