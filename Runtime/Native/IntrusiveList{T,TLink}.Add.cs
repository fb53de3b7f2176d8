using System;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

public readonly unsafe ref partial struct IntrusiveList<T, TLink>
{
    /// <summary>Adds an element at the front. O(1). The kernel's <c>list_add</c>, <c>bpf_list_push_front</c>.</summary>
    /// <param name="element">An element that is not linked through this node; its memory must stay where it is until it is unlinked.</param>
    /// <exception cref="InvalidOperationException">The element is linked already.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddFirst(Ptr<T> element)
    {
        ListCore.AddFirst(_head, RequireUnlinked(element));
        PinnedListHead.KeepAlive(_owner);
    }

    /// <summary>Adds an element at the back. O(1). The kernel's <c>list_add_tail</c>, <c>bpf_list_push_back</c>.</summary>
    /// <param name="element">An element that is not linked through this node; its memory must stay where it is until it is unlinked.</param>
    /// <exception cref="InvalidOperationException">The element is linked already.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddLast(Ptr<T> element)
    {
        ListCore.AddLast(_head, RequireUnlinked(element));
        PinnedListHead.KeepAlive(_owner);
    }

    /// <summary>Adds an element before another. O(1). The kernel's <c>list_add_tail(element, mark)</c>.</summary>
    /// <param name="mark">An element of this list; one of another list is not detected, and the element is then added there.</param>
    /// <param name="element">An element that is not linked through this node.</param>
    /// <exception cref="InvalidOperationException">The element is linked already, or the mark is not linked.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddBefore(Ptr<T> mark, Ptr<T> element)
    {
        ListNode* node = RequireUnlinked(element);
        ListCore.AddBefore(RequireLinked(mark), node);
        PinnedListHead.KeepAlive(_owner);
    }

    /// <summary>Adds an element after another. O(1). The kernel's <c>list_add(element, mark)</c>, <c>bpf_list_add</c>.</summary>
    /// <param name="mark">An element of this list; one of another list is not detected, and the element is then added there.</param>
    /// <param name="element">An element that is not linked through this node.</param>
    /// <exception cref="InvalidOperationException">The element is linked already, or the mark is not linked.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddAfter(Ptr<T> mark, Ptr<T> element)
    {
        ListNode* node = RequireUnlinked(element);
        ListCore.AddAfter(RequireLinked(mark), node);
        PinnedListHead.KeepAlive(_owner);
    }
}
