using System;
using System.Buffers;
using System.Collections.Generic;

namespace IntrusiveLists;

public readonly unsafe ref partial struct IntrusiveList<T, TLink>
{
    /// <summary>Sorts the list, stably. O(n log n). The kernel's <c>list_sort</c>.</summary>
    /// <param name="comparison">Negative when the first element comes first; must not change the list.</param>
    /// <remarks>
    /// Uses temporary memory for one and a half pointers per element, from <see cref="ArrayPool{T}.Shared"/>. When the comparison throws, the order has not changed.
    /// </remarks>
    public void Sort(Comparison<Ptr<T>> comparison)
    {
        RequireNonNull(comparison, nameof(comparison));
        Sort(new DelegateComparer<T>(comparison));
    }

    /// <summary>Sorts the list, stably. O(n log n). The kernel's <c>list_sort</c>.</summary>
    /// <typeparam name="TComparer">The type of the comparer; a struct saves the indirect calls.</typeparam>
    /// <param name="comparer">Compares two elements; must not change the list.</param>
    /// <remarks>
    /// Uses temporary memory for one and a half pointers per element, from <see cref="ArrayPool{T}.Shared"/>. When the comparer throws, the order has not changed.
    /// </remarks>
    public void Sort<TComparer>(TComparer comparer)
        where TComparer : IComparer<Ptr<T>>
    {
        RequireNonNull(comparer, nameof(comparer));
        Hardening.VerifyRing(_head);
        int count = ListCore.Count(_head);
        if (count < 2)
        {
            return;
        }

        nint[] nodes = ArrayPool<nint>.Shared.Rent(count);
        nint[] scratch = ArrayPool<nint>.Shared.Rent(MergeSort.ScratchLength(count));
        try
        {
            Span<nint> order = nodes.AsSpan(0, count);
            ListCore.CopyTo(_head, order);
            MergeSort.Sort(order, scratch, new NodeComparer<T, TLink, TComparer>(comparer));
            ListCore.Relink(_head, order);
        }
        finally
        {
            ArrayPool<nint>.Shared.Return(nodes);
            ArrayPool<nint>.Shared.Return(scratch);
        }

        GC.KeepAlive(_owner);
    }

    /// <summary>Sorts the list by a key, stably, in the order of <see cref="Comparer{T}.Default"/>. O(n log n). The counterpart of LINQ's <c>OrderBy</c>.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <param name="keySelector">Returns the key of an element, called once for each; must not change the list.</param>
    /// <remarks>
    /// Uses temporary memory for two and a half pointers and one and a half keys per element, from <see cref="ArrayPool{T}.Shared"/>.
    /// When the selector or a comparison throws, the order has not changed.
    /// </remarks>
    public void SortBy<TKey>(Func<Ptr<T>, TKey> keySelector)
    {
        RequireNonNull(keySelector, nameof(keySelector));
        Hardening.VerifyRing(_head);
        int count = ListCore.Count(_head);
        if (count < 2)
        {
            return;
        }

        nint[] nodes = ArrayPool<nint>.Shared.Rent(count);
        KeyedNode<TKey>[] keyed = ArrayPool<KeyedNode<TKey>>.Shared.Rent(count);
        KeyedNode<TKey>[] scratch = ArrayPool<KeyedNode<TKey>>.Shared.Rent(MergeSort.ScratchLength(count));
        try
        {
            Span<nint> order = nodes.AsSpan(0, count);
            ListCore.CopyTo(_head, order);
            for (int index = 0; index < count; index++)
            {
                keyed[index] = new KeyedNode<TKey>(keySelector(ElementOf((ListNode*)order[index])), order[index]);
            }

            MergeSort.Sort(keyed.AsSpan(0, count), scratch, default(KeyedNodeComparer<TKey>));
            for (int index = 0; index < count; index++)
            {
                order[index] = keyed[index].Node;
            }

            ListCore.Relink(_head, order);
        }
        finally
        {
            ArrayPool<nint>.Shared.Return(nodes);
            ArrayPool<KeyedNode<TKey>>.Shared.Return(keyed, KeyedNode<TKey>.HoldsReferences);
            ArrayPool<KeyedNode<TKey>>.Shared.Return(scratch, KeyedNode<TKey>.HoldsReferences);
        }

        GC.KeepAlive(_owner);
    }

    /// <summary>Merges another sorted list into this sorted one, stably: of equal elements, those of this list come first. O(n + m).</summary>
    /// <param name="other">The other list, empty afterwards.</param>
    /// <param name="comparison">The order of both lists; must not change either.</param>
    /// <remarks>When the comparison throws, the elements not yet merged are still on <paramref name="other"/>.</remarks>
    /// <exception cref="InvalidOperationException"><paramref name="other"/> is this list.</exception>
    public void Merge(IntrusiveList<T, TLink> other, Comparison<Ptr<T>> comparison)
    {
        RequireNonNull(comparison, nameof(comparison));
        Merge(other, new DelegateComparer<T>(comparison));
    }

    /// <summary>Merges another sorted list into this sorted one, stably: of equal elements, those of this list come first. O(n + m).</summary>
    /// <typeparam name="TComparer">The type of the comparer; a struct saves the indirect calls.</typeparam>
    /// <param name="other">The other list, empty afterwards.</param>
    /// <param name="comparer">The order of both lists; must not change either.</param>
    /// <remarks>When the comparer throws, the elements not yet merged are still on <paramref name="other"/>.</remarks>
    /// <exception cref="InvalidOperationException"><paramref name="other"/> is this list.</exception>
    public void Merge<TComparer>(IntrusiveList<T, TLink> other, TComparer comparer)
        where TComparer : IComparer<Ptr<T>>
    {
        RequireNonNull(comparer, nameof(comparer));
        RequireOther(other);
        Hardening.VerifyRing(_head);
        Hardening.VerifyRing(other._head);
        Ptr<T> mark = First;
        Ptr<T> candidate = other.First;
        while (!mark.IsNull && !candidate.IsNull)
        {
            if (comparer.Compare(mark, candidate) <= 0)
            {
                mark = Next(mark);
            }
            else
            {
                MoveBefore(mark, candidate);
                candidate = other.First;
            }
        }

        SpliceLast(other);
    }
}
