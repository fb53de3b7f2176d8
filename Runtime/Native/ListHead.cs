using System.Diagnostics;
using System.Runtime.InteropServices;

namespace IntrusiveLists;

/// <summary>
/// The start of a list, embedded in its owner: 16 bytes on a 64-bit system, two pointers, first before last.
/// </summary>
/// <remarks>
/// <para>The zeroed head is an empty list: nothing has to be initialised. Tag the field with <see cref="ContainsAttribute"/> to get its list.</para>
/// <para>
/// From its first use on, a head holds its own address, and its elements hold it too: it must neither move nor be copied or overwritten, even when it has become empty again.
/// <see cref="IntrusiveList{T, TLink}.Clear"/> zeroes it. An owner that the garbage collector can move uses <see cref="PinnedListHead"/> instead.
/// </para>
/// <para>
/// The layout is a promise, so that C code may use the same list: a circle of nodes, here the first one before the last. C code must take a zeroed head for empty;
/// a head that it has pointed at itself is empty here too.
/// </para>
/// <para>The kernel's counterpart is <c>struct bpf_list_head</c>; the layout is that of <c>struct list_head</c>.</para>
/// </remarks>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ListHead
{
    // The sentinel of a circular list. Empty: zeroed, or both links at the sentinel itself.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private ListNode _sentinel;

    /// <summary>Gets whether the list holds no element. O(1).</summary>
    public readonly bool IsEmpty
    {
        get
        {
            fixed (ListNode* sentinel = &_sentinel)
            {
                return ListCore.IsEmpty(sentinel);
            }
        }
    }

    // A debugger has only a copy at hand.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string DebuggerDisplay
    {
        get
        {
            fixed (ListNode* sentinel = &_sentinel)
            {
                return NodeWalk.FromCopy(sentinel).ToString();
            }
        }
    }
}
