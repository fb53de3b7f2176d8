using System;
using System.Buffers;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

public readonly unsafe ref partial struct IntrusiveList<T, TLink>
{
    /// <summary>Sorts the list, stably. O(n log n), and O(n) where it is sorted already, forwards or strictly backwards. The kernel's <c>list_sort</c>.</summary>
    /// <param name="comparison">Negative when the first element comes first; must not change the list.</param>
    /// <remarks>
    /// Uses temporary memory from <see cref="ArrayPool{T}.Shared"/>: up to 4 pointers and 2 bytes per element, or 6 pointers where they are a few hundred; none for up to 128 elements.
    /// <see cref="SortInPlace(Comparison{Ptr{T}})"/> uses none. When the comparison throws, the order has not changed.
    /// </remarks>
    public void Sort(Comparison<Ptr<T>> comparison)
    {
        RequireNonNull(comparison, nameof(comparison));
        Sort(new DelegateComparer<T>(comparison));
    }

    /// <summary>Sorts the list, stably. O(n log n), and O(n) where it is sorted already, forwards or strictly backwards. The kernel's <c>list_sort</c>.</summary>
    /// <typeparam name="TComparer">The type of the comparer; a struct saves the indirect calls.</typeparam>
    /// <param name="comparer">Compares two elements; must not change the list.</param>
    /// <remarks>
    /// Uses temporary memory from <see cref="ArrayPool{T}.Shared"/>: up to 4 pointers and 2 bytes per element, or 6 pointers where they are a few hundred; none for up to 128 elements.
    /// <see cref="SortInPlace{TComparer}(TComparer)"/> uses none. When the comparer throws, the order has not changed.
    /// </remarks>
    [SkipLocalsInit]
    public void Sort<TComparer>(TComparer comparer)
        where TComparer : IComparer<Ptr<T>>
    {
        RequireNonNull(comparer, nameof(comparer));
        Hardening.VerifyRing(_head);
        using var nodes = new NodeArray(stackalloc nint[NodeArray.StackLength]);
        Span<nint> order = nodes.Gather(_head);
        if (Sort(nodes.Memory, order.Length, new NodeOrder<T, TLink, TComparer>(comparer)))
        {
            ListCore.Relink(_head, order);
        }

        PinnedListHead.KeepAlive(_owner);
    }

    /// <summary>Sorts the list, stably, without temporary memory. O(n log n). The kernel's <c>list_sort</c>.</summary>
    /// <param name="comparison">Negative when the first element comes first; must not change the list.</param>
    /// <remarks>
    /// For where <see cref="Sort(Comparison{Ptr{T}})"/> must not ask for memory: it is slower, most of all where the elements are not in the cache.
    /// When the comparison throws, the order has not changed.
    /// </remarks>
    public void SortInPlace(Comparison<Ptr<T>> comparison)
    {
        RequireNonNull(comparison, nameof(comparison));
        SortInPlace(new DelegateComparer<T>(comparison));
    }

    /// <summary>Sorts the list, stably, without temporary memory. O(n log n). The kernel's <c>list_sort</c>.</summary>
    /// <typeparam name="TComparer">The type of the comparer; a struct saves the indirect calls.</typeparam>
    /// <param name="comparer">Compares two elements; must not change the list.</param>
    /// <remarks>
    /// For where <see cref="Sort{TComparer}(TComparer)"/> must not ask for memory: it is slower, most of all where the elements are not in the cache.
    /// When the comparer throws, the order has not changed.
    /// </remarks>
    public void SortInPlace<TComparer>(TComparer comparer)
        where TComparer : IComparer<Ptr<T>>
    {
        RequireNonNull(comparer, nameof(comparer));
        Hardening.VerifyRing(_head);
        ListCore.Sort(_head, new NodeOrder<T, TLink, TComparer>(comparer));
        PinnedListHead.KeepAlive(_owner);
    }

    /// <summary>
    /// Sorts the list by a key, stably, in the order of <see cref="Comparer{T}.Default"/>. The counterpart of LINQ's <c>OrderBy</c>.
    /// O(n) where the keys are integers or floating-point numbers, else O(n log n).
    /// </summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <param name="keySelector">Returns the key of an element, called once for each, in order; must not change the list.</param>
    /// <remarks>
    /// Uses temporary memory from <see cref="ArrayPool{T}.Shared"/>: for up to 10 pointers per element where the keys are numbers, and none for up to 128 elements;
    /// else for up to 6 pointers and 2 keys. When the selector or a comparison throws, the order has not changed.
    /// </remarks>
    [SkipLocalsInit]
    public void SortBy<TKey>(Func<Ptr<T>, TKey> keySelector)
    {
        RequireNonNull(keySelector, nameof(keySelector));
        Hardening.VerifyRing(_head);
        using var nodes = new NodeArray(stackalloc nint[NodeArray.StackLength]);
        Span<nint> order = nodes.Gather(_head);
        if (order.Length >= 2 && (NumericKey<TKey>.IsNumeric ? SortByNumber(nodes.Memory, order.Length, keySelector) : SortByComparison(nodes.Memory, order.Length, keySelector)))
        {
            ListCore.Relink(_head, order);
        }

        PinnedListHead.KeepAlive(_owner);
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

    // Behind the items of each of these there is memory to look ahead into.
    [SkipLocalsInit]
    private static bool Sort<TOrder>(Span<nint> items, int count, TOrder order)
        where TOrder : struct, IItemOrder
    {
        using var scratch = new TemporaryArray<nint>(stackalloc nint[NodeArray.StackLength], MergeSort<TOrder>.LengthFor(count));
        using var buckets = new TemporaryArray<byte>([], SampleSort<TOrder>.BucketsFor(items.Slice(0, count)));
        return MergeSort<TOrder>.Sort(items, count, scratch.Items, buckets.Items, order);
    }

    [SkipLocalsInit]
    private static bool SortByNumber<TKey>(Span<nint> nodes, int count, Func<Ptr<T>, TKey> keySelector)
    {
        using var keyed = new TemporaryArray<KeyedNode>(stackalloc KeyedNode[NodeArray.StackLength], count);
        using var scratch = new TemporaryArray<KeyedNode>(stackalloc KeyedNode[NodeArray.StackLength], count);
        Span<KeyedNode> items = keyed.Items.Slice(0, count);
        bool sorted = true;
        bool reversed = true;
        ulong previous = 0;
        (ulong Lowest, ulong Highest) range = (ulong.MaxValue, 0);
        for (int index = 0; index < count; index++)
        {
            Prefetching.Load(ElementOf((ListNode*)nodes[index + Prefetching.Distance]));
            ulong key = NumericKey<TKey>.Order(keySelector(ElementOf((ListNode*)nodes[index])));
            items[index] = new KeyedNode(key, nodes[index]);
            sorted &= key >= previous;
            reversed &= key < previous || index == 0;
            previous = key;
            range = (Math.Min(range.Lowest, key), Math.Max(range.Highest, key));
        }

        if (sorted)
        {
            return false;
        }

        Span<nint> order = nodes.Slice(0, count);
        if (reversed)
        {
            order.Reverse();
            return true;
        }

        RadixSort.Sort(items, range, scratch.Items.Slice(0, count), order);
        return true;
    }

    private static bool SortByComparison<TKey>(Span<nint> nodes, int count, Func<Ptr<T>, TKey> keySelector)
    {
        using var indexes = new TemporaryArray<nint>([], MergeSort<KeyOrder<TKey>>.LengthFor(count));
        using var keys = new TemporaryArray<TKey>([], count);
        Span<nint> items = indexes.Items.Slice(0, count);
        TKey[] rented = keys.Rented!;
        for (int index = 0; index < count; index++)
        {
            Prefetching.Load(ElementOf((ListNode*)nodes[index + Prefetching.Distance]));
            items[index] = index;
            rented[index] = keySelector(ElementOf((ListNode*)nodes[index]));
        }

        if (!Sort(indexes.Items, count, new KeyOrder<TKey>(rented)))
        {
            return false;
        }

        for (int index = 0; index < count; index++)
        {
            items[index] = nodes[(int)items[index]];
        }

        items.CopyTo(nodes);
        return true;
    }
}
