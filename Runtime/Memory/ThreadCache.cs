using System;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// The free slots of a pool that one thread has to itself. No lock, no atomic operation.
/// </summary>
/// <remarks>
/// <para>Invariants:</para>
/// <para>1. Only its thread uses it, and only that thread's local storage roots it: once the thread has ended, the finalizer gives the slots back.</para>
/// <para>
/// 2. There are two magazines, of which the second is full or empty. A thread that frees and allocates in turn around a full or an empty magazine
/// then exchanges them instead of going to the depot each time, and what it keeps is bounded.
/// </para>
/// <para>
/// 3. In front of them is room for one slot. A thread that frees and allocates in turn then writes one word for each,
/// where the count of a magazine, written and read again, is what each of them would wait for.
/// </para>
/// </remarks>
internal sealed unsafe class ThreadCache
{
    // Not zero, where null and what is little more than null would lie.
    private const nuint NoSlab = 1;

    private readonly int _capacity;
    private FreeSlot* _spare;
    private Magazine _loaded;
    private Magazine _previous;

    public ThreadCache(Depot depot)
    {
        Depot = depot;
        _capacity = depot.BatchCount;
    }

    ~ThreadCache()
    {
        Depot.Store(_spare);
        Depot.Store(ref _loaded);
        Depot.Store(ref _previous);
    }

    /// <summary>Gets or sets the slab that the thread freed into last: the next element mostly lies there too, and is then known to be of the pool.</summary>
    public nuint RecentSlab { get; set; } = NoSlab;

    /// <summary>Gets where the slots come from, and what tells the caches of two pools apart.</summary>
    public Depot Depot { get; }

    /// <summary>Takes a slot.</summary>
    /// <exception cref="OutOfMemoryException">There is no native memory left; nothing was changed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FreeSlot* Pop()
    {
        FreeSlot* spare = _spare;
        if (spare != null)
        {
            _spare = null;
            return spare;
        }

        if (_loaded.IsEmpty)
        {
            Load();
        }

        return _loaded.Pop();
    }

    /// <summary>Makes sure that a slot can be pushed. All that can fail in that happens here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MakeRoom()
    {
        if (_loaded.Count == _capacity)
        {
            Unload();
        }
    }

    /// <summary>Adds a slot. There must be room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(FreeSlot* slot)
    {
        if (_spare == null)
        {
            _spare = slot;
        }
        else
        {
            _loaded.Push(slot);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Load()
    {
        while (_loaded.IsEmpty)
        {
            if (_previous.IsEmpty)
            {
                Depot.Load(ref _loaded);
            }
            else
            {
                Exchange();
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Unload()
    {
        while (_loaded.Count == _capacity)
        {
            if (_previous.IsEmpty)
            {
                Exchange();
            }
            else
            {
                Depot.Store(ref _previous);
            }
        }
    }

    private void Exchange() => (_loaded, _previous) = (_previous, _loaded);
}
