using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace IntrusiveLists;

/// <summary>
/// The free slots of a pool that one thread has to itself. No lock, and no atomic operation as long as no other thread uses the pool.
/// </summary>
/// <remarks>
/// <para>Invariants:</para>
/// <para>1. Only its thread uses it, and only that thread's local storage roots it: once the thread has ended, the finalizer gives the slots back.</para>
/// <para>
/// 2. There are two magazines, of which the second is full or empty. A thread that frees and allocates in turn around a full or an empty magazine
/// then exchanges them instead of going to the depot each time, and what it keeps is bounded.
/// </para>
/// <para>
/// 3. A thread that is alone claims slots without an atomic operation, and says so while it does. The second thread takes that right away before it touches a slot:
/// it withdraws it, makes every processor see that, and waits until the first thread is not claiming. This is the biased locking of Kawachiya, Koseki and Onodera
/// ("Lock Reservation", 2002), with the barrier on the side of the thread that comes once.
/// </para>
/// </remarks>
internal sealed unsafe class ThreadCache
{
    private readonly int _capacity;

    // Whether no other thread has used the pool yet, and whether this one relies on it right now.
    private bool _isAlone;
    private bool _isClaiming;

    private Magazine _loaded;
    private Magazine _previous;

    public ThreadCache(Depot depot)
    {
        Depot = depot;
        _capacity = depot.BatchCount;
        _isAlone = depot.Admit(this);
    }

    ~ThreadCache()
    {
        Depot.Store(ref _loaded);
        Depot.Store(ref _previous);
    }

    /// <summary>Gets where the slots come from, and what tells the caches of two pools apart.</summary>
    public Depot Depot { get; }

    /// <summary>Takes a slot.</summary>
    /// <exception cref="OutOfMemoryException">There is no native memory left; nothing was changed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FreeSlot* Pop()
    {
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

    /// <summary>Takes a slot back from the program: of several threads that try, one succeeds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Claim(int* state)
    {
        Volatile.Write(ref _isClaiming, true);
        if (!Volatile.Read(ref _isAlone))
        {
            Volatile.Write(ref _isClaiming, false);
            return Interlocked.CompareExchange(ref *state, SlotState.Free, SlotState.Allocated) == SlotState.Allocated;
        }

        bool allocated = *state == SlotState.Allocated;
        *state = SlotState.Free;
        Volatile.Write(ref _isClaiming, false);
        return allocated;
    }

    /// <summary>Tells the thread of this cache that it is not alone any more, and returns when it knows.</summary>
    public void Share()
    {
        Volatile.Write(ref _isAlone, false);
#if NET
        Interlocked.MemoryBarrierProcessWide();
#endif
        var wait = new SpinWait();
        while (Volatile.Read(ref _isClaiming))
        {
            wait.SpinOnce();
        }
    }

    /// <summary>Adds a slot. There must be room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(FreeSlot* slot) => _loaded.Push(slot);

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
