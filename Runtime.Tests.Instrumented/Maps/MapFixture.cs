using System;
using System.Threading;
using IntrusiveLists.Tests.Hooks;
using Xunit;
using Xunit.Sdk;

namespace IntrusiveLists.Tests.Maps;

/// <summary>A map and a pool of entries, and an account of where they are.</summary>
internal sealed unsafe class MapFixture
{
    private readonly int _slots = FreeMemory.LiveSlots;
    private readonly int _slabs = FreeMemory.LiveSlabs;
    private readonly NativePool<Entry> _pool = new();
    private int _allocated;
    private int _freed;

    public MapFixture(Flaw? flaw = null)
    {
        ElementRelease release = new ElementRelease().Add<Entry>(Free);
        Map = flaw is { } chosen ? new NaiveMap(release, chosen) : new LibraryMap(release);
    }

    public SharedMap Map { get; }

    public int Allocated => Volatile.Read(ref _allocated);

    public int Freed => Volatile.Read(ref _freed);

    /// <summary>Uses the value for a key, or a new one, with a look at whose it is.</summary>
    public void GetOrAdd(int key, Action<Ptr<Bucket>> use) => Map.GetOrAdd(key, bucket => Visit(key, bucket, use));

    /// <summary>Uses the value for a key, with a look at whose it is.</summary>
    public bool Find(int key, Action<Ptr<Bucket>> use) => Map.Find(key, bucket => Visit(key, bucket, use));

    /// <summary>Visits all values.</summary>
    public void ForEach() => Map.ForEach((key, bucket) => Visit(key, bucket, Walk));

    /// <summary>Adds an entry to the list of a value.</summary>
    public void Add(Ptr<Bucket> bucket)
    {
        Ptr<Entry> entry = Allocate(bucket.Value.Key);
        using Bucket.LockGuard guard = bucket.Value.EnterLock();
        guard.Entries.AddLast(entry);
    }

    /// <summary>Looks at all entries of a value under its lock.</summary>
    public static void Walk(Ptr<Bucket> bucket)
    {
        using Bucket.LockGuard guard = bucket.Value.EnterLock();
        foreach (Ptr<Entry> entry in guard.Entries)
        {
            RequireKey(bucket.Value.Key, entry.Value.Stamp, "entry");
        }
    }

    /// <summary>Allocates an entry that belongs to a key.</summary>
    public Ptr<Entry> Allocate(int key)
    {
        Ptr<Entry> entry = _pool.Allocate();
        entry.Value.Stamp = key;
        Interlocked.Increment(ref _allocated);
        return entry;
    }

    /// <summary>Frees an entry, once.</summary>
    public void Free(Ptr<Entry> entry)
    {
        _pool.Free(entry);
        Interlocked.Increment(ref _freed);
    }

    /// <summary>Disposes of the map, and checks that every entry and every value has been freed, and that all memory has been given back.</summary>
    public void Close()
    {
        Map.Dispose();
        Assert.Equal(Allocated, Freed);
        Assert.Equal(_slots, FreeMemory.LiveSlots);
        _pool.Dispose();
        Map.ReturnMemory();
        Assert.Equal(_slabs, FreeMemory.LiveSlabs);
    }

    private static void Visit(int key, Ptr<Bucket> bucket, Action<Ptr<Bucket>> use)
    {
        int found = Interlocked.CompareExchange(ref bucket.Pointer->Key, key, 0);
        RequireKey(key, found == 0 ? key : found, "value");
        use(bucket);
        Instrumentation.Yield("used");
        RequireKey(key, Volatile.Read(ref bucket.Pointer->Key), "value");
    }

    private static void RequireKey(int key, long found, string what)
    {
        if (found != key)
        {
            throw new XunitException($"The {what} for the key {key} says that it belongs to 0x{found:x}.");
        }
    }
}
