using System;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

public readonly unsafe ref partial struct IntrusiveList<T, TLink>
{
    /// <summary>Moves an element to the front, from this list or another over the same node. O(1). The kernel's <c>list_move</c>.</summary>
    /// <param name="element">A linked element.</param>
    /// <exception cref="InvalidOperationException">The element is not linked.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MoveToFirst(Ptr<T> element)
    {
        ListCore.MoveToFirst(_head, RequireLinked(element));
        PinnedListHead.KeepAlive(_owner);
    }

    /// <summary>Moves an element to the back, from this list or another over the same node. O(1). The kernel's <c>list_move_tail</c>.</summary>
    /// <param name="element">A linked element.</param>
    /// <exception cref="InvalidOperationException">The element is not linked.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MoveToLast(Ptr<T> element)
    {
        ListCore.MoveToLast(_head, RequireLinked(element));
        PinnedListHead.KeepAlive(_owner);
    }

    /// <summary>Moves an element before another, from this list or another over the same node. O(1). Nothing changes when both are one.</summary>
    /// <param name="mark">An element of this list; one of another list is not detected, and the element is then moved there.</param>
    /// <param name="element">A linked element.</param>
    /// <exception cref="InvalidOperationException">The element or the mark is not linked.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MoveBefore(Ptr<T> mark, Ptr<T> element)
    {
        ListNode* node = RequireLinked(element);
        ListCore.MoveBefore(RequireLinked(mark), node);
        PinnedListHead.KeepAlive(_owner);
    }

    /// <summary>Moves an element after another, from this list or another over the same node. O(1). Nothing changes when both are one.</summary>
    /// <param name="mark">An element of this list; one of another list is not detected, and the element is then moved there.</param>
    /// <param name="element">A linked element.</param>
    /// <exception cref="InvalidOperationException">The element or the mark is not linked.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MoveAfter(Ptr<T> mark, Ptr<T> element)
    {
        ListNode* node = RequireLinked(element);
        ListCore.MoveAfter(RequireLinked(mark), node);
        PinnedListHead.KeepAlive(_owner);
    }

    /// <summary>Moves a run of elements to the back, in order. O(1). The kernel's <c>list_bulk_move_tail</c>.</summary>
    /// <param name="first">The first element of the run.</param>
    /// <param name="last">The last element of the run: <paramref name="first"/> or an element after it on the same list. Another is not detected, and corrupts the list.</param>
    /// <exception cref="InvalidOperationException">An end of the run is not linked.</exception>
    public void MoveRangeToLast(Ptr<T> first, Ptr<T> last)
    {
        ListCore.MoveRangeToLast(_head, RequireLinked(first), RequireLinked(last));
        PinnedListHead.KeepAlive(_owner);
    }

    /// <summary>Puts an element in the place of another, which is no longer linked then. O(1). The kernel's <c>list_replace_init</c>.</summary>
    /// <param name="current">An element of this list; one of another list is not detected, and is replaced there.</param>
    /// <param name="replacement">An element that is not linked through this node.</param>
    /// <exception cref="InvalidOperationException"><paramref name="current"/> is not linked, or <paramref name="replacement"/> is.</exception>
    public void Replace(Ptr<T> current, Ptr<T> replacement)
    {
        ListNode* node = RequireUnlinked(replacement);
        ListCore.Replace(RequireLinked(current), node);
        PinnedListHead.KeepAlive(_owner);
    }

    /// <summary>Exchanges the places of two elements, on one list or on two. O(1). The kernel's <c>list_swap</c>.</summary>
    /// <param name="left">A linked element.</param>
    /// <param name="right">A linked element, which may be the same.</param>
    /// <exception cref="InvalidOperationException">One of the elements is not linked.</exception>
    public void Swap(Ptr<T> left, Ptr<T> right)
    {
        ListCore.Swap(RequireLinked(left), RequireLinked(right));
        PinnedListHead.KeepAlive(_owner);
    }

    /// <summary>Makes the first element the last. O(1). The kernel's <c>list_rotate_left</c>.</summary>
    public void RotateLeft()
    {
        ListCore.RotateLeft(_head);
        PinnedListHead.KeepAlive(_owner);
    }

    /// <summary>Makes an element the first: those before it move to the back, in order. O(1). The kernel's <c>list_rotate_to_front</c>.</summary>
    /// <param name="element">An element of this list; one of another list is detected only when this list is empty, and otherwise corrupts both lists.</param>
    /// <exception cref="InvalidOperationException">The element is not linked, or this list is empty.</exception>
    public void RotateToFirst(Ptr<T> element)
    {
        ListNode* node = RequireLinked(element);
        _ = RequireFirst();
        ListCore.RotateToFirst(_head, node);
        PinnedListHead.KeepAlive(_owner);
    }

    /// <summary>Turns the order of the elements around. O(n).</summary>
    public void Reverse()
    {
        ListCore.Reverse(_head);
        PinnedListHead.KeepAlive(_owner);
    }
}
