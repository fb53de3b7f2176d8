using System;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// The free slots of a pool that one thread has to itself. No lock, no atomic operation.
/// </summary>
/// <remarks>
/// <para>Invariants:</para>
/// <para>
/// 1. Only its thread uses it, or when that has ended the one that finds it as the <see cref="Resident"/>. Only its thread's local storage and that place root it:
/// when it is in neither any more, the finalizer gives the slots back.
/// </para>
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

    // A thread that is alone is known soon. Threads that take the place from each other do so ever more rarely: each time all of them miss what they read for each slot.
    private const int FewestVisits = 1 << 10;
    private const int MostVisits = 1 << 16;

    private readonly int _capacity;
    private int _visits;
    private int _visitsBeforeMovingIn = FewestVisits;
    private bool _wasResident;
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
        // The pool may have become unreachable as well, and be brought back by another finalizer, with this cache in the resident's place.
        // Nobody finds it there from now on, and who has found it before is through with it when it is unreachable again.
        if (_wasResident)
        {
            _wasResident = false;
            Depot.Resident.MoveOut(this);
            GC.ReRegisterForFinalize(this);
            return;
        }

        Depot.Store(_spare);
        Depot.Store(ref _loaded);
        Depot.Store(ref _previous);
    }

    /// <summary>Gets or sets the slab that the thread freed into last: the next element mostly lies there too, and is then known to be of the pool.</summary>
    public nuint RecentSlab { get; set; } = NoSlab;

    /// <summary>Gets where the slots come from, and what tells the caches of two pools apart.</summary>
    public Depot Depot { get; }

    /// <summary>Notes that its thread found it in local storage: a thread that does so often becomes the <see cref="Resident"/>.</summary>
    /// <param name="variable">The variable on its stack that it will be looked for by.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Visit(void* variable)
    {
        _visits++;
        if (_visits == _visitsBeforeMovingIn)
        {
            MoveIn(variable);
        }
    }

    /// <summary>Takes a slot.</summary>
    /// <exception cref="OutOfMemoryException">There is no native memory left; nothing was changed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FreeSlot* Pop()
    {
        FreeSlot* slot = TryPop();
        return slot != null ? slot : PopLoaded();
    }

    /// <summary>Takes a slot, or returns null where the depot would have to be asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FreeSlot* TryPop()
    {
        FreeSlot* slot = _spare;
        _spare = null;
        if (slot == null && !_loaded.IsEmpty)
        {
            slot = _loaded.Pop();
        }

        return slot;
    }

    /// <summary>Gets whether a slot can be pushed.</summary>
    public bool HasRoom
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _loaded.Count != _capacity;
    }

    /// <summary>Makes sure that a slot can be pushed. All that can fail in that happens here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MakeRoom()
    {
        if (!HasRoom)
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
    private void MoveIn(void* variable)
    {
        _visits = 0;
        _visitsBeforeMovingIn = Math.Min(2 * _visitsBeforeMovingIn, MostVisits);
        _wasResident = true;
        Depot.Resident.MoveIn(variable, this);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private FreeSlot* PopLoaded()
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

        return _loaded.Pop();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Unload()
    {
        while (!HasRoom)
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
