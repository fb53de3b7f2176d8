using System;
using System.Linq;

namespace IntrusiveLists;

/// <summary>
/// The memory of a map's values, and how they are taken apart.
/// </summary>
/// <remarks>
/// Invariant: the map counts for one until it is disposed, and every value for one until it is freed. Whoever brings the count to 0 gives the memory back to the system;
/// a count of 0 never rises again.
/// </remarks>
internal sealed unsafe class ValueStore<TValue>
    where TValue : unmanaged
{
    // No list gives a value back that the map still has, or that a scope is open of.
    private readonly NativePool<TValue> _pool = new(isOrigin: false);
    private readonly OwnershipPlan _plan;
    private readonly ElementRelease? _release;
    private UseCount _users = new(1);

    /// <summary>Makes an empty store.</summary>
    /// <exception cref="InvalidOperationException">A head of the values has no lock.</exception>
    public ValueStore(ElementRelease? release)
    {
        if (IntrusiveRecord.Of<TValue>().Heads.FirstOrDefault(head => head.Lock is null) is { } unguarded)
        {
            Throw.HeadWithoutLock(typeof(TValue), unguarded.Name);
        }

        _plan = OwnershipPlan.Of<TValue>();
        _release = release;
    }

    /// <summary>Allocates a zeroed value.</summary>
    /// <exception cref="ObjectDisposedException">The map is disposed.</exception>
    /// <exception cref="OutOfMemoryException">There is no native memory left; nothing was changed.</exception>
    public TValue* Allocate()
    {
        if (!_users.TryAdd())
        {
            Throw.MapDisposed();
        }

        try
        {
            return _pool.Allocate();
        }
        catch
        {
            Release();
            throw;
        }
    }

    /// <summary>Takes a value apart and frees it. Nobody else uses it, so its lock is not taken.</summary>
    public void Free(TValue* value, ref Failures failures)
    {
        Instrumentation.Yield("drain");
        _plan.Drain(value, _release, ref failures);
        try
        {
            _pool.Free(value);
        }
        catch (Exception failure)
        {
            // Still on a list itself: its memory, and so that of all values, outlives the map.
            failures.Add(failure);
            return;
        }

        Release();
    }

    /// <summary>Gives up the map's own count, or that of a value. The last one disposes of the pool.</summary>
    public void Release()
    {
        if (_users.Remove())
        {
            _pool.Dispose();
        }
    }
}
