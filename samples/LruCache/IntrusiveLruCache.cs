using System;
using System.Collections.Generic;
using IntrusiveLists;

namespace LruCache;

/// <summary>An LRU cache whose entries link themselves: once it is full, an access allocates nothing.</summary>
internal sealed partial class IntrusiveLruCache<TKey> : ILruCache<TKey>, IDisposable
    where TKey : notnull
{
    [Contains(typeof(CacheEntry), nameof(CacheEntry.ByUse))] private readonly PinnedListHead _byUse = new();
    private readonly NativePool<CacheEntry> _pool = new();
    private readonly Dictionary<TKey, Ptr<CacheEntry>> _entries = [];
    private readonly List<TKey> _keys = [];
    private readonly int _capacity;

    /// <summary>Creates an empty cache.</summary>
    public IntrusiveLruCache(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _capacity = capacity;
    }

    /// <inheritdoc/>
    public bool Access(TKey key)
    {
        if (_entries.TryGetValue(key, out Ptr<CacheEntry> entry))
        {
            ByUse.MoveToFirst(entry);
            return true;
        }

        entry = _entries.Count < _capacity ? Create(key) : Reuse(key);
        _entries.Add(key, entry);
        ByUse.AddFirst(entry);
        return false;
    }

    /// <summary>Frees the entries.</summary>
    public void Dispose()
    {
        foreach (Ptr<CacheEntry> entry in ByUse.Drain())
        {
            _pool.Free(entry);
        }

        _entries.Clear();
        _pool.Dispose();
    }

    private Ptr<CacheEntry> Create(TKey key)
    {
        Ptr<CacheEntry> entry = _pool.Allocate();
        entry.Value.KeySlot = _keys.Count;
        _keys.Add(key);
        return entry;
    }

    /// <summary>Evicts the least recently used key and gives its entry to another.</summary>
    private Ptr<CacheEntry> Reuse(TKey key)
    {
        Ptr<CacheEntry> entry = ByUse.RemoveLast();
        int slot = entry.Value.KeySlot;
        _entries.Remove(_keys[slot]);
        _keys[slot] = key;
        return entry;
    }
}
