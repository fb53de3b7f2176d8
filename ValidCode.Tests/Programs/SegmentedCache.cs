using System;
using System.Collections.Generic;
using IntrusiveLists;

namespace Caching;

/// <summary>What an entry's place in the cache says about it.</summary>
public enum Segment : byte
{
    Probation,
    Protected,
}

public partial struct Entry
{
    public long Key;
    public int Bytes;
    public Segment Segment;
    internal ListNode ByUse;
    internal ListNode ByExpiry;
    public long ExpiresAt;

    public readonly bool IsExpired(long now) => ExpiresAt <= now;

    public override readonly string ToString() => $"{Key}: {Bytes} bytes, {Segment}";
}

/// <summary>A segmented LRU: what is used twice is protected from what is used once. Each entry is on two lists at once.</summary>
public sealed partial class SegmentedCache : IDisposable
{
    private readonly Dictionary<long, Ptr<Entry>> _index = [];
    private readonly NativePool<Entry> _pool = new();
    private readonly int _protectedBytes;
    private readonly int _capacity;

    [Contains(typeof(Entry), nameof(Entry.ByUse))] private readonly PinnedListHead _probation = new();
    [Contains(typeof(Entry), nameof(Entry.ByUse))] private readonly PinnedListHead _protected = new();
    [Contains(typeof(Entry), nameof(Entry.ByExpiry), Name = "Expiring")] private readonly PinnedListHead _byExpiry = new();

    private int _bytes;
    private int _bytesProtected;

    public SegmentedCache(int capacity, double share = 0.8)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _capacity = capacity;
        _protectedBytes = (int)(capacity * share);
    }

    public int Count => _index.Count;

    public int Bytes => _bytes;

    public IEnumerable<long> Keys
    {
        get
        {
            foreach ((long key, _) in _index)
            {
                yield return key;
            }
        }
    }

    public bool Contains(long key) => _index.ContainsKey(key);

    public bool TryTouch(long key, long now, out int bytes)
    {
        if (!_index.TryGetValue(key, out Ptr<Entry> entry) || entry.Value.IsExpired(now))
        {
            bytes = 0;
            return false;
        }

        Promote(entry);
        bytes = entry.Value.Bytes;
        return true;
    }

    public void Add(long key, int bytes, long expiresAt)
    {
        Remove(key);
        Ptr<Entry> entry = _pool.Allocate();
        ref Entry value = ref entry.Value;
        value.Key = key;
        value.Bytes = bytes;
        value.ExpiresAt = expiresAt;
        Probation.AddFirst(entry);
        AddByExpiry(entry);
        _index.Add(key, entry);
        _bytes += bytes;
        Shrink();
    }

    public bool Remove(long key)
    {
        if (!_index.Remove(key, out Ptr<Entry> entry))
        {
            return false;
        }

        Release(entry);
        return true;
    }

    public int Expire(long now)
    {
        int count = 0;
        IntrusiveList<Entry, Entry.ByExpiryLink> expiring = Expiring;
        while (!expiring.IsEmpty && expiring.First.Value.IsExpired(now))
        {
            Remove(expiring.First.Value.Key);
            count++;
        }

        return count;
    }

    public void Clear()
    {
        foreach (Ptr<Entry> entry in Probation.Drain())
        {
            Entry.ByExpiryLink.Unlink(entry);
            _pool.Free(entry);
        }

        foreach (var entry in Protected.Drain())
        {
            Expiring.Remove(entry);
            _pool.Free(entry);
        }

        _index.Clear();
        (_bytes, _bytesProtected) = (0, 0);
    }

    public void Dispose()
    {
        Clear();
        _pool.Dispose();
    }

    private void Promote(Ptr<Entry> entry)
    {
        switch (entry.Value.Segment)
        {
            case Segment.Protected:
                Protected.MoveToFirst(entry);
                break;
            case Segment.Probation:
                entry.Value.Segment = Segment.Protected;
                _bytesProtected += entry.Value.Bytes;
                Protected.MoveToFirst(entry);
                Demote();
                break;
            default:
                throw new InvalidOperationException($"Unknown segment {entry.Value.Segment}.");
        }
    }

    private void Demote()
    {
        while (_bytesProtected > _protectedBytes && Protected.TryRemoveLast(out Ptr<Entry> coldest))
        {
            coldest.Value.Segment = Segment.Probation;
            _bytesProtected -= coldest.Value.Bytes;
            Probation.AddFirst(coldest);
        }
    }

    private void Shrink()
    {
        while (_bytes > _capacity)
        {
            Ptr<Entry> victim = Probation.Last;
            if (victim.IsNull)
            {
                victim = Protected.Last;
            }

            if (victim.IsNull)
            {
                return;
            }

            _ = _index.Remove(victim.Value.Key);
            Release(victim);
        }
    }

    private void Release(Ptr<Entry> entry)
    {
        _bytes -= entry.Value.Bytes;
        _bytesProtected -= entry.Value is { Segment: Segment.Protected, Bytes: var bytes } ? bytes : 0;
        Entry.ByUseLink.Unlink(entry);
        Entry.ByExpiryLink.Unlink(entry);
        _pool.Free(entry);
    }

    // Most entries expire after all others.
    private void AddByExpiry(Ptr<Entry> entry)
    {
        foreach (Ptr<Entry> earlier in Expiring.Reversed())
        {
            if (earlier.Value.ExpiresAt <= entry.Value.ExpiresAt)
            {
                Expiring.AddAfter(earlier, entry);
                return;
            }
        }

        Expiring.AddFirst(entry);
    }
}
