using System.Diagnostics;
using System.Runtime.InteropServices;

namespace IntrusiveLists;

/// <summary>
/// A place in one list, embedded in an element: 16 bytes on a 64-bit system, two pointers, next before previous.
/// </summary>
/// <remarks>
/// <para>The zeroed node is not linked. A node belongs to at most one list at a time; an element has one node for each list that it can be on at once.</para>
/// <para>While a node is linked its neighbours hold its address: it must neither move nor be copied or overwritten.</para>
/// <para>
/// The layout is a promise, so that C code may link and unlink the same elements: next before previous, each the address of a node, not of its element.
/// C code must zero both when it removes an element; a node that it has pointed at itself counts as linked.
/// </para>
/// <para>The kernel's counterpart is <c>struct bpf_list_node</c>; the layout is that of <c>struct list_head</c>.</para>
/// </remarks>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ListNode
{
    // Written by ListCore alone.
    internal ListNode* Next;
    internal ListNode* Previous;

    /// <summary>Gets whether the node is on a list. O(1).</summary>
    public readonly bool IsLinked => Previous != null;

    /// <summary>Gets whether the node is neither on a list nor on its way out of one: whether it may be linked, and its element freed.</summary>
    internal readonly bool IsFree => Next == null;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string DebuggerDisplay => IsLinked ? "linked" : IsFree ? "not linked" : "being drained";
}
