using System;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// What the threads that use a pool share: its slabs, and the free slots that no thread has to itself.
/// </summary>
/// <remarks>
/// <para>Invariants:</para>
/// <para>1. A slot is in exactly one place: never used, in the depot, in one <see cref="ThreadCache"/>, or with the program.</para>
/// <para>2. Every slab is in <see cref="Slabs"/> before a slot of it is handed out, and stays there until <see cref="Dispose"/>.</para>
/// <para>
/// 3. Everything that changes slots or slabs happens under one lock, and nothing before it is held: waiting for it may throw (an interrupted thread) or run other code on the same thread
/// (a window message). So the magazines of a cache come by reference and are looked at inside.
/// </para>
/// <para>
/// A cache may be finalized while the pool is being disposed, and after it. The depot outlives the pool for that reason: it is kept by the caches,
/// and takes nothing once it is disposed.
/// </para>
/// </remarks>
internal sealed unsafe class Depot
{
    private readonly object _gate = new();
    private readonly SlabLayout _layout;

    // A pile of full magazines, and one that is not full.
    private Lanes _full;
    private Magazine _partial;

    // The slots of the newest slab that were never used.
    private byte* _unused;
    private int _unusedCount;

    private bool _disposed;

    // Null once it has been called, or where nobody asks.
    private Action? _addingFirstSlab;

    public Depot(SlabLayout layout, Action? addingFirstSlab)
    {
        _layout = layout;
        _addingFirstSlab = addingFirstSlab;
    }

    /// <summary>Gets the addresses of the slabs.</summary>
    public SlabTable Slabs { get; } = new();

    /// <summary>Gets the thread that finds its cache by its stack.</summary>
    public Resident Resident { get; } = new();

    /// <summary>Gets how many slots a full magazine holds.</summary>
    public int BatchCount => _layout.BatchCount;

    /// <summary>Fills an empty magazine with at least one slot.</summary>
    /// <exception cref="OutOfMemoryException">There is no native memory left; nothing was changed.</exception>
    public void Load(ref Magazine magazine)
    {
        lock (_gate)
        {
            if (magazine.IsEmpty)
            {
                magazine = Take();
            }
        }
    }

    /// <summary>Takes a slot, or nothing where it is null.</summary>
    public void Store(FreeSlot* slot)
    {
        lock (_gate)
        {
            if (!_disposed && slot != null)
            {
                Put(slot);
            }
        }
    }

    /// <summary>Takes all slots out of a magazine.</summary>
    public void Store(ref Magazine magazine)
    {
        lock (_gate)
        {
            if (_disposed)
            {
                magazine = default;
            }
            else
            {
                Put(ref magazine);
            }
        }
    }

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            Slabs.Clear(Return);
        }
    }

    private static void Return(nuint slab)
    {
        Instrumentation.Returned((void*)slab);
        AlignedMemory.Free((void*)slab);
    }

    private Magazine Take()
    {
        Magazine taken;
        if (_full[0] != null)
        {
            taken = Magazine.TakeFrom(ref _full, BatchCount);
        }
        else if (!_partial.IsEmpty)
        {
            taken = _partial;
            _partial = default;
        }
        else
        {
            taken = TakeUnused();
        }

        return taken;
    }

    private void Put(ref Magazine magazine)
    {
        if (magazine.Count == BatchCount)
        {
            magazine.MoveTo(ref _full);
        }

        while (!magazine.IsEmpty)
        {
            Put(magazine.Pop());
        }
    }

    private void Put(FreeSlot* slot)
    {
        _partial.Push(slot);
        if (_partial.Count == BatchCount)
        {
            _partial.MoveTo(ref _full);
        }
    }

    private Magazine TakeUnused()
    {
        if (_unusedCount == 0)
        {
            AddSlab();
        }

        // Pushed from the last to the first, so that they are handed out in the order of their addresses.
        int count = Math.Min(_unusedCount, BatchCount);
        var taken = default(Magazine);
        for (int index = count - 1; index >= 0; index--)
        {
            taken.Push((FreeSlot*)(_unused + ((nuint)index * _layout.SlotSize)));
        }

        _unused += (nuint)count * _layout.SlotSize;
        _unusedCount -= count;
        return taken;
    }

    private void AddSlab()
    {
        _addingFirstSlab?.Invoke();
        _addingFirstSlab = null;
        Slabs.Reserve();
        byte* slab = (byte*)AlignedMemory.Allocate(_layout.SlabSize, _layout.SlabSize);
        byte* slots = _layout.FirstSlotOf(slab);
        Instrumentation.Obtained(slots, (nuint)(slab + _layout.SlabSize - slots));
        Unsafe.InitBlock(slab, SlotState.Free, (uint)(slots - slab));
        Slabs.Add((nuint)slab);
        _unused = slots;
        _unusedCount = _layout.SlotCount;
    }
}
