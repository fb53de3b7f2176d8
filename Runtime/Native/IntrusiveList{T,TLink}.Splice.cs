using System;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

public readonly unsafe ref partial struct IntrusiveList<T, TLink>
{
    /// <summary>Moves all elements of another list to the front of this one, in order. O(1). The kernel's <c>list_splice_init</c>.</summary>
    /// <param name="other">The other list, empty afterwards.</param>
    /// <exception cref="InvalidOperationException"><paramref name="other"/> is this list.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SpliceFirst(IntrusiveList<T, TLink> other)
    {
        RequireOther(other);
        ListCore.SpliceFirst(_head, other._head);
        KeepBothAlive(other);
    }

    /// <summary>Moves all elements of another list to the back of this one, in order. O(1). The kernel's <c>list_splice_tail_init</c>.</summary>
    /// <param name="other">The other list, empty afterwards.</param>
    /// <exception cref="InvalidOperationException"><paramref name="other"/> is this list.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SpliceLast(IntrusiveList<T, TLink> other)
    {
        RequireOther(other);
        ListCore.SpliceLast(_head, other._head);
        KeepBothAlive(other);
    }

    /// <summary>Moves all elements of another list before an element, in order. O(1).</summary>
    /// <param name="mark">An element of this list; one of a third list is not detected, and one of <paramref name="other"/> corrupts it.</param>
    /// <param name="other">The other list, empty afterwards.</param>
    /// <exception cref="InvalidOperationException"><paramref name="other"/> is this list, or the mark is not linked.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SpliceBefore(Ptr<T> mark, IntrusiveList<T, TLink> other)
    {
        RequireOther(other);
        ListCore.SpliceBefore(RequireLinked(mark), other._head);
        KeepBothAlive(other);
    }

    /// <summary>Moves all elements of another list after an element, in order. O(1).</summary>
    /// <param name="mark">An element of this list; one of a third list is not detected, and one of <paramref name="other"/> corrupts it.</param>
    /// <param name="other">The other list, empty afterwards.</param>
    /// <exception cref="InvalidOperationException"><paramref name="other"/> is this list, or the mark is not linked.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SpliceAfter(Ptr<T> mark, IntrusiveList<T, TLink> other)
    {
        RequireOther(other);
        ListCore.SpliceAfter(RequireLinked(mark), other._head);
        KeepBothAlive(other);
    }

    /// <summary>Moves the elements before another to an empty list, in order. O(1). The kernel's <c>list_cut_before</c>.</summary>
    /// <param name="mark">An element of this list, which stays; one of another list is detected only when this list is empty, and otherwise corrupts both lists.</param>
    /// <param name="into">The list that receives the front part.</param>
    /// <exception cref="InvalidOperationException"><paramref name="into"/> is not empty, the mark is not linked, or this list is empty.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CutBefore(Ptr<T> mark, IntrusiveList<T, TLink> into)
    {
        ListNode* node = RequireLinked(mark);
        ListNode* first = RequireFirst();
        RequireEmpty(into);
        ListCore.CutBefore(_head, first, node, into._head);
        KeepBothAlive(into);
    }

    /// <summary>Moves the elements up to and including another to an empty list, in order. O(1). The kernel's <c>list_cut_position</c>.</summary>
    /// <param name="mark">An element of this list, the last that moves; one of another list is detected only when this list is empty, and otherwise corrupts both lists.</param>
    /// <param name="into">The list that receives the front part.</param>
    /// <exception cref="InvalidOperationException"><paramref name="into"/> is not empty, the mark is not linked, or this list is empty.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CutThrough(Ptr<T> mark, IntrusiveList<T, TLink> into)
    {
        ListNode* node = RequireLinked(mark);
        ListNode* first = RequireFirst();
        RequireEmpty(into);
        ListCore.CutThrough(_head, first, node, into._head);
        KeepBothAlive(into);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void RequireEmpty(IntrusiveList<T, TLink> into)
    {
        if (!ListCore.IsEmpty(into._head))
        {
            Hardening.VerifyHead(into._head);
            KeepBothAlive(into);
            Throw.NotEmpty<T, TLink>();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void KeepBothAlive(IntrusiveList<T, TLink> other)
    {
        PinnedListHead.KeepAlive(_owner);
        PinnedListHead.KeepAlive(other._owner);
    }
}
