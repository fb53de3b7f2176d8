using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace IntrusiveLists;

/// <summary>
/// Gives elements addresses that do not change: an allocator of native memory for values of one type. Thread-safe.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <remarks>
/// <para>
/// <b>What is detected.</b> <see cref="Free"/> throws <see cref="InvalidOperationException"/> for an address that is not the start of an element of this pool
/// (inside an element, of another pool, on the stack, in managed memory, or anything else), for an element that was freed already, and for one that is still on a list,
/// whichever threads are involved: of two calls that free one element at the same time, one throws. In each case nothing has been changed.
/// </para>
/// <para>
/// <b>What is not.</b> The use of an element after it was freed; a second free after the same address was allocated anew, which is then the free of that other element;
/// a link through a node that no <see cref="ContainsAttribute"/> names; and a list that the element itself owns, which is to be drained first.
/// </para>
/// <para>
/// <b>Memory.</b> The pool allocates slabs of one size: the smallest power of two that is at least 64 KB and holds eight elements. An element takes its size
/// rounded up to 16 bytes, which is also its alignment, and 4 bytes more. Each thread that uses the pool keeps up to 129 free elements to itself, and apart from the first no more
/// than 32 KB or two elements; when the thread has ended, they return to the pool with the collections that follow.
/// Those of one thread that used the pool most may stay where they are until another thread uses it much, or takes them over. The pool does not shrink.
/// On netstandard2.0 the system is asked for about twice the size of a slab, to align it.
/// </para>
/// <para>
/// <b>Without <see cref="Dispose"/> the memory is never freed</b>, not even when the pool is unreachable: its elements may still be in use, or on lists that are,
/// and a leak is safer than a link to memory that is gone.
/// </para>
/// <para>The kernel's counterparts are <c>kmem_cache</c>, and for BPF programs <c>bpf_obj_new</c> and <c>bpf_obj_drop</c>.</para>
/// </remarks>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
[DebuggerTypeProxy(typeof(PoolDebugView<>))]
public sealed unsafe class NativePool<[AddressStable] T> : IDisposable
    where T : unmanaged
{
    // The cache of the pool of this T that the thread used last. For those that the pool does not know by their stack.
    [ThreadStatic]
    private static ThreadCache? _recent;

    private readonly ThreadLocal<ThreadCache> _caches;

    // The depot's, reached with a step less.
    private readonly SlabTable _slabs;
    private readonly Resident _resident;

    // Null once the pool is disposed. No cache has a null depot, so the test for the right cache also finds a disposed pool. Nobody is its resident then.
    private Depot? _depot;

    /// <summary>Creates an empty pool. O(1); takes no native memory yet.</summary>
    /// <exception cref="InvalidOperationException">The nodes of <typeparamref name="T"/> are wrong; see <see cref="IntrusiveRecord.Of{T}"/>.</exception>
    public NativePool()
        : this(isOrigin: true)
    {
    }

    /// <summary>Creates an empty pool.</summary>
    /// <param name="isOrigin">Whether elements that are drained go back to it (<see cref="PoolRegistry{T}"/>).</param>
    internal NativePool(bool isOrigin)
    {
        // Checks the record now rather than when the first element is freed.
        _ = IntrusiveRecord.Of<T>();
        var depot = new Depot(Layout, isOrigin ? () => PoolRegistry<T>.Add(this) : null);
        _depot = depot;
        _slabs = depot.Slabs;
        _resident = depot.Resident;
        _caches = new ThreadLocal<ThreadCache>(() => new ThreadCache(depot));

        // A finalizer of the program may free an element of a pool that has become unreachable with it, and must not find this one finalized before.
        GC.SuppressFinalize(_caches);
    }

    private static SlabLayout Layout
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(sizeof(T));
    }

    /// <summary>Allocates an element. O(1) amortised, and the zeroing; takes a new slab from the system when no free element is left. The first call of a thread makes its managed cache.</summary>
    /// <returns>The address of the element, all bytes zero. It does not change until the element is freed, by whichever thread.</returns>
    /// <exception cref="OutOfMemoryException">There is no native memory left. The pool remains usable.</exception>
    /// <exception cref="ObjectDisposedException">The pool is disposed.</exception>
    [SkipLocalsInit]
    public Ptr<T> Allocate()
    {
        byte onStack;
        if (_resident.TryFind(&onStack, out ThreadCache? cache))
        {
            FreeSlot* slot = cache.TryPop();
            if (slot != null)
            {
                return HandOut(slot);
            }
        }

        return AllocateSlowly(&onStack);
    }

    /// <summary>Frees an element. O(1) amortised. The memory stays with the pool. The first call of a thread makes its managed cache.</summary>
    /// <param name="element">An element of this pool that is on no list, allocated by whichever thread. Its address must not be used any more.</param>
    /// <exception cref="NullReferenceException">The element is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// The address is not that of an element of this pool, or the element was freed already, or it is still on a list. Nothing has been changed.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The pool is disposed.</exception>
    [SkipLocalsInit]
    public void Free(Ptr<T> element)
    {
        byte onStack;
        if (_resident.TryFind(&onStack, out ThreadCache? cache) && cache.HasRoom)
        {
            Return(element, cache);
        }
        else
        {
            FreeSlowly(element, &onStack);
        }
    }

    /// <summary>Frees all memory of the pool, elements that are still allocated included: their addresses die. O(slabs). Does nothing the second time.</summary>
    /// <remarks>
    /// No other call to the pool may be in progress, and no element may be in use: one that is still on a list leaves its neighbours, or its head, with a link
    /// to memory that is gone. Nothing of this is detected.
    /// </remarks>
    public void Dispose()
    {
        _resident.MoveOut();
        if (Interlocked.Exchange(ref _depot, null) is { } depot)
        {
            depot.Dispose();
            _caches.Dispose();
            PoolRegistry<T>.Remove(this);
        }
    }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string DebuggerDisplay
    {
        get
        {
            int count = Allocated(PoolDebugView<T>.LargestCount).Count;
            return _depot is null ? "disposed" : count == PoolDebugView<T>.LargestCount ? $"Count = {count} or more" : $"Count = {count}";
        }
    }

    /// <summary>Returns the elements that are allocated, in the order of their addresses, for a debugger. O(elements).</summary>
    internal List<Ptr<T>> Allocated(int largestCount)
    {
        var elements = new List<Ptr<T>>();
        foreach (nuint slab in _slabs.ToArray())
        {
            byte* slot = Layout.FirstSlotOf((byte*)slab);
            for (int index = 0; index < Layout.SlotCount && elements.Count < largestCount; index++, slot += Layout.SlotSize)
            {
                if (*Layout.StateOf(slot) == SlotState.Allocated)
                {
                    elements.Add((T*)slot);
                }
            }
        }

        return elements;
    }

    /// <summary>Returns whether an element lies in the memory of this pool. O(1).</summary>
    internal bool Owns(T* element) => _slabs.Contains(Layout.SlabOf(element));

    // For threads that are not the resident, or whose cache is empty. A call of its own: nothing is live across it, so that the way that is mostly gone saves no register.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Ptr<T> AllocateSlowly(void* onStack) => HandOut(Cache(onStack).Pop());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Ptr<T> HandOut(FreeSlot* slot)
    {
        *Layout.StateOf(slot) = SlotState.Allocated;
        Instrumentation.Reused(slot, sizeof(T));
        Unsafe.InitBlock(slot, 0, (uint)sizeof(T));
        return (T*)slot;
    }

    // For threads that are not the resident, or whose cache is full.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FreeSlowly(Ptr<T> element, void* onStack)
    {
        ThreadCache cache = Cache(onStack);
        cache.MakeRoom();
        Return(element, cache);
    }

    // There must be room in the cache.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Return(Ptr<T> element, ThreadCache cache)
    {
        RequireElement(element, cache);
        IntrusiveRecord record = RecordRegistry<T>.Known;

        // Claimed, the slot is this thread's alone until it is pushed, whatever other threads do with the same address.
        // Where it was free, this writes what is there; a comparison before would take longer.
        int* state = Layout.StateOf(element);
        if (Interlocked.Exchange(ref *state, SlotState.Free) != SlotState.Allocated)
        {
            Throw.NotAllocated<T>(element);
        }

        if (record.Probe.IsLinked(element))
        {
            RefuseLinked(element, state, record);
        }
        else
        {
            Instrumentation.Freed(element, sizeof(T));
            cache.Push((FreeSlot*)element.Pointer);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void RequireElement(Ptr<T> element, ThreadCache cache)
    {
        // A slab stays with the pool, and a cache is found as long as the pool is not disposed.
        nuint slab = Layout.SlabOf(element);
        if (slab != cache.RecentSlab)
        {
            RequireSlab(slab, element);
            cache.RecentSlab = slab;
        }

        if (!Layout.IsStartOfSlot(element))
        {
            Throw.NoElement<T>(element);
        }
    }

    // Inlined: elements that are freed at random come from another slab each time, and their cache misses overlap only as far as the processor looks ahead.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void RequireSlab(nuint slab, Ptr<T> element)
    {
        if (_slabs.Contains(slab))
        {
            return;
        }

        // Null lies in no slab, so it needs no test of its own before.
        if (element.IsNull)
        {
            Throw.NullReference();
        }

        Throw.ForeignElement<T>(element);
    }

    private static void RefuseLinked(Ptr<T> element, int* state, IntrusiveRecord record)
    {
        // Found again while the slot is still claimed: nobody can free it meanwhile.
        int linked = record.Probe.IndexOfLinked(element);
        Volatile.Write(ref *state, SlotState.Allocated);
        Throw.StillLinked<T>(record.Nodes[linked].Name);
    }

    // The cache of this thread, whether or not it is the resident.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ThreadCache Cache(void* onStack)
    {
        ThreadCache? recent = _recent;
        ThreadCache cache = recent != null && recent.Depot == _depot ? recent : FindCache();
        cache.Visit(onStack);
        return cache;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ThreadCache FindCache()
    {
        if (_depot == null)
        {
            Throw.Disposed<T>();
        }

        return _recent = _caches.Value!;
    }
}
