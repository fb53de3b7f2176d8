using System.Collections.Generic;

namespace IntrusiveLists;

/// <summary>Compares nodes by their keys, in the keys' default order.</summary>
internal readonly struct KeyedNodeComparer<TKey> : IComparer<KeyedNode<TKey>>
{
    /// <inheritdoc/>
    public int Compare(KeyedNode<TKey> x, KeyedNode<TKey> y) => Comparer<TKey>.Default.Compare(x.Key, y.Key);
}
