using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace IntrusiveLists.Tests.Maps;

/// <summary>A map as one would first write it, with one flaw of choice: the tests must find each.</summary>
internal sealed unsafe class NaiveMap(ElementRelease release, Flaw flaw) : SharedMap
{
    private readonly ConcurrentDictionary<int, Counted> _entries = new();
    private readonly NativePool<Bucket> _pool = new();
    private readonly OwnershipPlan _plan = OwnershipPlan.Of<Bucket>();
    private bool _disposed;

    public override void GetOrAdd(int key, Action<Ptr<Bucket>> use)
    {
        if (Find(key, use))
        {
            return;
        }

        ObjectDisposedException.ThrowIf(_disposed, this);
        Counted fresh = Create();
        Instrumentation.Yield("adding");
        while (!_entries.TryAdd(key, fresh))
        {
            if (Find(key, use))
            {
                _pool.Free(fresh.Value);
                return;
            }
        }

        if (flaw == Flaw.CountsAfterAdding)
        {
            Instrumentation.Yield("added");
            Interlocked.Increment(ref fresh.Users);
        }

        RemoveIfDisposed(key, fresh);
        Use(fresh, use);
    }

    public override bool Find(int key, Action<Ptr<Bucket>> use)
    {
        while (_entries.TryGetValue(key, out Counted? entry))
        {
            Instrumentation.Yield("found");
            if (TryAcquire(entry))
            {
                Use(entry, use);
                return true;
            }
        }

        return false;
    }

    public override void Update(int key)
    {
        Counted fresh = Create();
        fresh.Users = 1;
        fresh.Value.Value.Key = key;
        while (true)
        {
            bool exists = _entries.TryGetValue(key, out Counted? old);
            Instrumentation.Yield("update");
            if (exists ? _entries.TryUpdate(key, fresh, old!) : _entries.TryAdd(key, fresh))
            {
                if (exists)
                {
                    Release(old!);
                }

                return;
            }
        }
    }

    public override bool Remove(int key)
    {
        bool found = flaw == Flaw.RemovesByKey ? TryRemoveByKey(key, out Counted? entry) : _entries.TryRemove(key, out entry);
        if (found)
        {
            Give(entry!);
        }

        return found;
    }

    public override void ForEach(Action<int, Ptr<Bucket>> use)
    {
        foreach ((int key, Counted entry) in _entries)
        {
            if (flaw == Flaw.EnumeratesUncounted)
            {
                Instrumentation.Yield("enumerating");
                use(key, entry.Value);
            }
            else if (TryAcquire(entry))
            {
                Use(entry, value => use(key, value));
            }
        }
    }

    public override void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        foreach (KeyValuePair<int, Counted> entry in _entries)
        {
            RemoveExactly(entry);
        }
    }

    public override void ReturnMemory() => _pool.Dispose();

    private Counted Create() => new(_pool.Allocate()) { Users = flaw == Flaw.CountsAfterAdding ? 1 : 2 };

    private bool TryRemoveByKey(int key, out Counted? entry)
    {
        bool found = _entries.TryGetValue(key, out entry);
        Instrumentation.Yield("removing");
        _entries.TryRemove(key, out _);
        return found;
    }

    private void RemoveIfDisposed(int key, Counted fresh)
    {
        if (flaw != Flaw.LooksBeforeAdding && _disposed)
        {
            RemoveExactly(new KeyValuePair<int, Counted>(key, fresh));
        }
    }

    private void RemoveExactly(KeyValuePair<int, Counted> entry)
    {
        if (_entries.TryRemove(entry))
        {
            Give(entry.Value);
        }
    }

    private void Use(Counted entry, Action<Ptr<Bucket>> use)
    {
        try
        {
            use(entry.Value);
        }
        finally
        {
            Release(entry);
        }
    }

    private bool TryAcquire(Counted entry)
    {
        int count = Volatile.Read(ref entry.Users);
        Instrumentation.Yield("acquire");
        if (flaw == Flaw.RaisesFromZero)
        {
            Interlocked.Increment(ref entry.Users);
            return true;
        }

        while (count > 0)
        {
            int found = Interlocked.CompareExchange(ref entry.Users, count + 1, count);
            if (found == count)
            {
                return true;
            }

            count = found;
        }

        return false;
    }

    /// <summary>Gives up the count of the map.</summary>
    private void Give(Counted entry)
    {
        if (flaw == Flaw.RemovalFrees)
        {
            Free(entry);
        }
        else
        {
            Release(entry);
        }
    }

    private void Release(Counted entry)
    {
        Instrumentation.Yield("release");
        if (Interlocked.Decrement(ref entry.Users) == 0 && flaw != Flaw.RemovalFrees)
        {
            Free(entry);
        }
    }

    private void Free(Counted entry)
    {
        var failures = default(Failures);
        _plan.Drain(entry.Value.Pointer, release, ref failures);
        failures.Throw();
        _pool.Free(entry.Value);
    }

    private sealed class Counted(Ptr<Bucket> value)
    {
        public int Users;

        public Ptr<Bucket> Value => value;
    }
}
