using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

public readonly unsafe ref partial struct IntrusiveList<T, TLink>
{
    /// <summary>Removes and returns the first element. O(1). The kernel's <c>bpf_list_pop_front</c>.</summary>
    /// <returns>The element, no longer linked.</returns>
    /// <exception cref="InvalidOperationException">The list is empty.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Ptr<T> RemoveFirst()
    {
        Hardening.VerifyHead(_head);
        ListNode* first = _head->Next;
        if (ListCore.IsEnd(_head, first))
        {
            Throw.Empty<T, TLink>();
        }

        ListCore.UnlinkFirst(_head, first);
        PinnedListHead.KeepAlive(_owner);
        return ElementOf(first);
    }

    /// <summary>Removes and returns the last element. O(1). The kernel's <c>bpf_list_pop_back</c>.</summary>
    /// <returns>The element, no longer linked.</returns>
    /// <exception cref="InvalidOperationException">The list is empty.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Ptr<T> RemoveLast()
    {
        Hardening.VerifyHead(_head);
        ListNode* last = _head->Previous;
        if (ListCore.IsEnd(_head, last))
        {
            Throw.Empty<T, TLink>();
        }

        ListCore.UnlinkLast(_head, last);
        PinnedListHead.KeepAlive(_owner);
        return ElementOf(last);
    }

    /// <summary>Removes the first element, if there is one. O(1). The kernel's <c>bpf_list_pop_front</c>.</summary>
    /// <param name="element">The element, no longer linked; null when the list is empty.</param>
    /// <returns>Whether there was an element.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRemoveFirst(out Ptr<T> element)
    {
        Hardening.VerifyHead(_head);
        ListNode* first = _head->Next;
        if (ListCore.IsEnd(_head, first))
        {
            element = default;
            PinnedListHead.KeepAlive(_owner);
            return false;
        }

        ListCore.UnlinkFirst(_head, first);
        PinnedListHead.KeepAlive(_owner);
        element = ElementOf(first);
        return true;
    }

    /// <summary>Removes the last element, if there is one. O(1). The kernel's <c>bpf_list_pop_back</c>.</summary>
    /// <param name="element">The element, no longer linked; null when the list is empty.</param>
    /// <returns>Whether there was an element.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRemoveLast(out Ptr<T> element)
    {
        Hardening.VerifyHead(_head);
        ListNode* last = _head->Previous;
        if (ListCore.IsEnd(_head, last))
        {
            element = default;
            PinnedListHead.KeepAlive(_owner);
            return false;
        }

        ListCore.UnlinkLast(_head, last);
        PinnedListHead.KeepAlive(_owner);
        element = ElementOf(last);
        return true;
    }

    /// <summary>Removes an element. O(1). The kernel's <c>list_del_init</c>, <c>bpf_list_del</c>.</summary>
    /// <param name="element">An element of this list; one of another list is not detected, and is removed from there.</param>
    /// <exception cref="InvalidOperationException">The element is not linked.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(Ptr<T> element)
    {
        ListCore.Unlink(RequireLinked(element));
        PinnedListHead.KeepAlive(_owner);
    }

    /// <summary>Removes an element if it is linked. O(1). The kernel's <c>bpf_list_del</c>.</summary>
    /// <param name="element">An element of this list, or one that is not linked; one of another list is not detected, and is removed from there.</param>
    /// <returns>Whether the element was linked.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRemove(Ptr<T> element)
    {
        ListNode* node = NodeOf(element);
        bool linked = node->IsLinked;
        if (linked)
        {
            ListCore.Unlink(node);
        }
        else
        {
            Hardening.VerifyUnlinked(node);
        }

        PinnedListHead.KeepAlive(_owner);
        return linked;
    }

    /// <summary>Removes the elements for which a predicate holds. O(n). The counterpart of <c>HashSet&lt;T&gt;.RemoveWhere</c>.</summary>
    /// <param name="predicate">Called once for each element, in order, while the element is linked; must not change the list.</param>
    /// <returns>How many elements were removed.</returns>
    /// <remarks>When the predicate throws, no element has been removed; those for which it held are then at the front.</remarks>
    public int RemoveWhere(Predicate<Ptr<T>> predicate)
    {
        RequireNonNull(predicate, nameof(predicate));
        return Discard(new PredicateFilter<T>(predicate));
    }

    /// <summary>Moves the elements for which a predicate holds to the back of another list, in order. O(n).</summary>
    /// <param name="predicate">Called once for each element, in order, while the element is linked; must not change either list.</param>
    /// <param name="into">The list that receives the elements.</param>
    /// <returns>How many elements were moved.</returns>
    /// <remarks>When the predicate throws, no element has been moved; those for which it held are then at the front.</remarks>
    /// <exception cref="InvalidOperationException"><paramref name="into"/> is this list.</exception>
    public int RemoveWhere(Predicate<Ptr<T>> predicate, IntrusiveList<T, TLink> into)
    {
        RequireNonNull(predicate, nameof(predicate));
        return Extract(new PredicateFilter<T>(predicate), into);
    }

    /// <summary>Removes every element that equals the one before it. O(n). On a sorted list, what remains is distinct.</summary>
    /// <typeparam name="TComparer">The type of the comparer.</typeparam>
    /// <param name="comparer">Compares each element with the last one that stays; must not change the list.</param>
    /// <returns>How many elements were removed.</returns>
    /// <remarks>When the comparer throws, no element has been removed; those found equal are then at the front.</remarks>
    public int RemoveConsecutiveDuplicates<TComparer>(TComparer comparer)
        where TComparer : IEqualityComparer<Ptr<T>>
    {
        RequireNonNull(comparer, nameof(comparer));
        return Discard(new DuplicateFilter<T, TComparer>(comparer));
    }

    /// <summary>Moves every element that equals the one before it to the back of another list, in order. O(n).</summary>
    /// <typeparam name="TComparer">The type of the comparer.</typeparam>
    /// <param name="comparer">Compares each element with the last one that stays; must not change either list.</param>
    /// <param name="into">The list that receives the duplicates.</param>
    /// <returns>How many elements were moved.</returns>
    /// <remarks>When the comparer throws, no element has been moved; those found equal are then at the front.</remarks>
    /// <exception cref="InvalidOperationException"><paramref name="into"/> is this list.</exception>
    public int RemoveConsecutiveDuplicates<TComparer>(TComparer comparer, IntrusiveList<T, TLink> into)
        where TComparer : IEqualityComparer<Ptr<T>>
    {
        RequireNonNull(comparer, nameof(comparer));
        return Extract(new DuplicateFilter<T, TComparer>(comparer), into);
    }

    /// <summary>Removes every element that equals the one before it. O(n). On a sorted list, what remains is distinct.</summary>
    /// <param name="areEqual">Compares the last element that stays with the next one; must not change the list.</param>
    /// <returns>How many elements were removed.</returns>
    /// <remarks>When the comparison throws, no element has been removed; those found equal are then at the front.</remarks>
    public int RemoveConsecutiveDuplicates(Func<Ptr<T>, Ptr<T>, bool> areEqual)
    {
        RequireNonNull(areEqual, nameof(areEqual));
        return RemoveConsecutiveDuplicates(new DelegateEqualityComparer<T>(areEqual));
    }

    /// <summary>Moves every element that equals the one before it to the back of another list, in order. O(n).</summary>
    /// <param name="areEqual">Compares the last element that stays with the next one; must not change either list.</param>
    /// <param name="into">The list that receives the duplicates.</param>
    /// <returns>How many elements were moved.</returns>
    /// <remarks>When the comparison throws, no element has been moved; those found equal are then at the front.</remarks>
    /// <exception cref="InvalidOperationException"><paramref name="into"/> is this list.</exception>
    public int RemoveConsecutiveDuplicates(Func<Ptr<T>, Ptr<T>, bool> areEqual, IntrusiveList<T, TLink> into)
    {
        RequireNonNull(areEqual, nameof(areEqual));
        return RemoveConsecutiveDuplicates(new DelegateEqualityComparer<T>(areEqual), into);
    }

    /// <summary>Unlinks all elements. O(n): each element must know that it is no longer linked.</summary>
    public void Clear()
    {
        ListCore.Clear(_head);
        PinnedListHead.KeepAlive(_owner);
    }

    private int Discard<TFilter>(TFilter filter)
        where TFilter : struct, IElementFilter<T>
    {
        ListHead discarded = default;
        IntrusiveList<T, TLink> list = FromHead(ref discarded);
        int count = Extract(filter, list);
        list.Clear();
        return count;
    }

    /// <summary>Moves the elements that a filter selects to the back of another list: all of them, or none when the filter throws.</summary>
    private int Extract<TFilter>(TFilter filter, IntrusiveList<T, TLink> into)
        where TFilter : struct, IElementFilter<T>
    {
        RequireOther(into);
        Hardening.VerifyRing(_head);
        Hardening.VerifyHead(into._head);
        ListHead selected = default;
        IntrusiveList<T, TLink> matches = FromHead(ref selected);
        int count = 0;
        try
        {
            foreach (Ptr<T> element in this)
            {
                if (filter.Selects(element))
                {
                    count = checked(count + 1);
                    matches.MoveToLast(element);
                }
            }

            into.SpliceLast(matches);
        }
        finally
        {
            // Nothing is left, unless something was thrown.
            SpliceFirst(matches);
        }

        return count;
    }
}
