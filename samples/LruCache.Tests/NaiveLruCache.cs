using System.Collections.Generic;

namespace LruCache.Tests;

/// <summary>The model: the keys in a list, the most recently used one first.</summary>
internal sealed class NaiveLruCache<TKey>(int capacity) : ILruCache<TKey>
    where TKey : notnull
{
    private readonly List<TKey> _keys = [];

    public bool Access(TKey key)
    {
        bool hit = _keys.Remove(key);
        _keys.Insert(0, key);
        if (_keys.Count > capacity)
        {
            _keys.RemoveAt(capacity);
        }

        return hit;
    }
}
