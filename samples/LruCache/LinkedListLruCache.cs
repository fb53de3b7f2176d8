using System;
using System.Collections.Generic;

namespace LruCache;

/// <summary>The same cache over <see cref="LinkedList{T}"/>, as it is usually written: every miss allocates a node.</summary>
internal sealed class LinkedListLruCache<TKey> : ILruCache<TKey>
    where TKey : notnull
{
    private readonly LinkedList<TKey> _byUse = [];
    private readonly Dictionary<TKey, LinkedListNode<TKey>> _nodes = [];
    private readonly int _capacity;

    /// <summary>Creates an empty cache.</summary>
    public LinkedListLruCache(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _capacity = capacity;
    }

    /// <inheritdoc/>
    public bool Access(TKey key)
    {
        if (_nodes.TryGetValue(key, out LinkedListNode<TKey>? node))
        {
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return true;
        }

        if (_nodes.Count == _capacity)
        {
            _nodes.Remove(_byUse.Last!.Value);
            _byUse.RemoveLast();
        }

        _nodes.Add(key, _byUse.AddFirst(key));
        return false;
    }
}
