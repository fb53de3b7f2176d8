using System;
using System.Diagnostics;
using System.Runtime.ConstrainedExecution;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IntrusiveLists;

/// <summary>
/// A list head in native memory, for owners that the garbage collector may move: classes, structs inside them, and statics.
/// </summary>
/// <remarks>
/// <para>
/// Declare it as <c>private readonly PinnedListHead _ready = new();</c> and tag the field with <see cref="ContainsAttribute"/>.
/// It costs one object with a finalizer, and one native block of the size of <see cref="ListHead"/>.
/// </para>
/// <para>
/// Once the head is unreachable, its finalizer frees the native block if the list is empty.
/// Otherwise the block is leaked on purpose: the elements that are still linked hold its address.
/// The finalizer of an owner may still use the list: this one runs after it.
/// </para>
/// <para>The kernel has no counterpart: its memory does not move.</para>
/// </remarks>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
public sealed unsafe class PinnedListHead : CriticalFinalizerObject
{
    /// <summary>Creates an empty head. O(1); allocates the native block.</summary>
    /// <exception cref="OutOfMemoryException">There is no native memory left.</exception>
    public PinnedListHead()
    {
        var sentinel = (ListNode*)Marshal.AllocHGlobal(sizeof(ListNode));
        *sentinel = default;
        Sentinel = sentinel;
    }

    /// <summary>Frees the native block, unless elements are still linked to it.</summary>
    ~PinnedListHead()
    {
        // Both ends: another thread may be unlinking the last element, and writes the one before the other.
        if (Sentinel != null && ListCore.First(Sentinel) == null && ListCore.Last(Sentinel) == null)
        {
            Marshal.FreeHGlobal((IntPtr)Sentinel);
        }
    }

    /// <summary>Gets whether the list holds no element. O(1).</summary>
    public bool IsEmpty
    {
        get
        {
            bool empty = ListCore.IsEmpty(Sentinel);
            GC.KeepAlive(this);
            return empty;
        }
    }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal ListNode* Sentinel { get; }

    /// <summary>Keeps a head alive up to here, if there is one. Asked first, since to keep null alive takes an instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void KeepAlive(PinnedListHead? head)
    {
        if (head != null)
        {
            GC.KeepAlive(head);
        }
    }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string DebuggerDisplay
    {
        get
        {
            string display = NodeWalk.From(Sentinel).ToString();
            GC.KeepAlive(this);
            return display;
        }
    }
}
