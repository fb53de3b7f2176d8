using System.Diagnostics;

namespace IntrusiveLists;

/// <summary>
/// What a debugger shows of a list: its elements in order.
/// </summary>
internal sealed unsafe class ListDebugView<T, TLink>
    where T : unmanaged
    where TLink : unmanaged, IListLink<T>
{
    public ListDebugView(IntrusiveList<T, TLink> list)
    {
        Items = list.Walk().Select(node => ListLink.ElementOf<T, TLink>((ListNode*)node));
    }

    /// <summary>Gets a <see cref="Ptr{T}"/> for each element, and a text where the list is corrupt.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public object[] Items { get; }
}
