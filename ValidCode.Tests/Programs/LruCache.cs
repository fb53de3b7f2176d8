using System;
using System.Collections.Generic;
using IntrusiveLists;

namespace Caching;

/// <summary>A cache whose entries are on two lists at once: by use, and by expiry.</summary>
public sealed partial class LruCache<TKey, TValue> : IDisposable
    where TKey : unmanaged, IEquatable<TKey>
    where TValue : unmanaged
{
    private readonly NativePool<Entry> _pool = new();
    private readonly Dictionary<TKey, Ptr<Entry>> _entries = new();
    private readonly int _capacity;
    [Contains(typeof(LruCache<,>.Entry), nameof(LruCache<int, int>.Entry.ByUse))] private readonly PinnedListHead _byUse = new();
    [Contains(typeof(LruCache<,>.Entry), nameof(LruCache<int, int>.Entry.ByExpiry))] private readonly PinnedListHead _byExpiry = new();

    public LruCache(int capacity) => _capacity = capacity;

    public bool TryGet(TKey key, out TValue value)
    {
        if (!_entries.TryGetValue(key, out Ptr<Entry> entry))
        {
            value = default;
            return false;
        }

        ByUse.MoveToFirst(entry);
        value = entry.Value.Value;
        return true;
    }

    public void Set(TKey key, TValue value, DateTime expiry)
    {
        if (_entries.Count == _capacity)
        {
            Evict(ByUse.Last);
        }

        Ptr<Entry> entry = _pool.Allocate();
        entry.Value.Key = key;
        entry.Value.Value = value;
        entry.Value.Expiry = expiry;
        ByUse.AddFirst(entry);
        ByExpiry.AddLast(entry);
        _entries[key] = entry;
    }

    public void Expire(DateTime now)
    {
        foreach (Ptr<Entry> entry in ByExpiry)
        {
            if (entry.Value.Expiry > now)
            {
                break;
            }

            Evict(entry);
        }
    }

    public void Dispose()
    {
        ByExpiry.Clear();
        foreach (Ptr<Entry> entry in ByUse.Drain())
        {
            _pool.Free(entry);
        }

        _pool.Dispose();
    }

    private void Evict(Ptr<Entry> entry)
    {
        _entries.Remove(entry.Value.Key);
        Entry.ByUseLink.Unlink(entry);
        Entry.ByExpiryLink.Unlink(entry);
        _pool.Free(entry);
    }

    public partial struct Entry
    {
        public TKey Key;
        public TValue Value;
        public DateTime Expiry;
        public ListNode ByUse;
        public ListNode ByExpiry;
    }
}
