using System;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// A stable merge sort of an array that uses the order that is there already. The list itself is relinked afterwards, so that a comparer that throws costs nothing but its own calls.
/// </summary>
/// <remarks>
/// <para>
/// It looks for runs from left to right and merges them as soon as their neighbours are known, small ones first, while they are still in the cache.
/// Which to merge is decided as Munro and Wild's power sort does ("Nearly-Optimal Mergesorts", 2018): the depth that the border between two runs has in a balanced tree.
/// </para>
/// <para>
/// Where there is memory for it, what is in no order is left for <see cref="SampleSort{TOrder}"/>, together with what is beside it and in no order either, until it is to be merged with a run (after driftsort, by Peters and Bergdoll, 2024).
/// </para>
/// <para>A comparer that contradicts itself yields some order of the same items: whatever it answers, no access is outside of them.</para>
/// </remarks>
internal unsafe ref struct MergeSort<TOrder>
    where TOrder : struct, IItemOrder
{
    // Below this length the moves of an insertion sort cost less than the bookkeeping of runs.
    private const int MinimumRun = 16;

    // The depths on the stack increase, and none is more than the number of bits of a length.
    private const int MaximumDepth = 34;

    private readonly TOrder _order;
    private readonly nint* _items;
    private readonly int _count;
    private readonly nint* _scratch;
    private readonly byte* _buckets;
    private readonly int _minimumRun;

    private MergeSort(nint* items, int count, nint* scratch, byte* buckets, TOrder order)
    {
        _items = items;
        _count = count;
        _scratch = scratch;
        _buckets = buckets;
        _order = order;
        _minimumRun = buckets == null ? MinimumRun : (int)Math.Sqrt(count);
    }

    private readonly bool LeavesDisorder => _buckets != null;

    /// <summary>Returns how much memory a sort needs: behind the items there is some to look ahead into, whatever it holds.</summary>
    public static int LengthFor(int count) => count + Prefetching.Distance;

    /// <summary>Sorts the first items of a memory; it and the scratch memory are of the length that they need, or longer, and so are the buckets of the sample sort, unless there are none.</summary>
    /// <returns>Whether the order has changed.</returns>
    public static bool Sort(Span<nint> items, int count, Span<nint> scratch, Span<byte> buckets, TOrder order)
    {
        // Too little of any is found here, and not by what is overwritten behind it.
        fixed (nint* first = items.Slice(0, LengthFor(count)))
        fixed (nint* free = scratch.Slice(0, LengthFor(count)))
        fixed (byte* bytes = buckets.Slice(0, buckets.IsEmpty ? 0 : count))
        {
            var sort = new MergeSort<TOrder>(first, count, free, bytes, order);
            return count >= 2 && sort.Sort();
        }
    }

    /// <summary>Sorts items by merging alone. Behind them and the scratch memory there is some to look ahead into.</summary>
    public static void Sort(nint* items, int count, nint* scratch, TOrder order)
    {
        if (count >= 2)
        {
            new MergeSort<TOrder>(items, count, scratch, null, order).Sort();
        }
    }

    /// <summary>Copies items; the memory may overlap.</summary>
    public static void Copy(nint* source, nint* destination, int count) =>
        Buffer.MemoryCopy(source, destination, (long)count * sizeof(nint), (long)count * sizeof(nint));

    [SkipLocalsInit]
    private readonly bool Sort()
    {
        Stretch* waiting = stackalloc Stretch[MaximumDepth];
        int* depths = stackalloc int[MaximumDepth];
        int length = 0;
        Stretch last = Take(0, out bool changed);
        while (last.End < _count)
        {
            Stretch next = Take(last.End, out _);
            int depth = DepthOfBorder(last.Start, last.End, next.End);
            while (length > 0 && depths[length - 1] > depth)
            {
                last = Merge(waiting[--length], last);
            }

            waiting[length] = last;
            depths[length++] = depth;
            last = next;
            changed = true;
        }

        while (length > 0)
        {
            last = Merge(waiting[--length], last);
        }

        Order(last);
        return changed;
    }

    /// <summary>Returns what starts at an index: a run, or where that would be short, something longer.</summary>
    private readonly Stretch Take(int start, out bool changed)
    {
        int end = FindRun(start, out changed);
        if (end - start >= _minimumRun || (end == _count && !LeavesDisorder))
        {
            return new Stretch(start, end, isSorted: true);
        }

        int longer = _count - start < _minimumRun ? _count : start + _minimumRun;
        changed = true;
        if (!LeavesDisorder)
        {
            Insert(start, end, longer);
        }

        return new Stretch(start, longer, isSorted: !LeavesDisorder);
    }

    /// <summary>Returns the end of the run that starts at an index. A run that descends strictly is turned around.</summary>
    private readonly int FindRun(int start, out bool reversed)
    {
        reversed = false;
        int end = start + 1;
        if (end == _count)
        {
            return end;
        }

        reversed = IsAfter(start, end);
        while (++end < _count && IsAfter(end - 1, end) == reversed)
        {
        }

        if (reversed)
        {
            Reverse(_items + start, _items + end);
        }

        return end;
    }

    private readonly bool IsAfter(int first, int second)
    {
        _order.Prefetch(_items[second < _count - Prefetching.Distance ? second + Prefetching.Distance : second]);
        return _order.IsAfter(_items[first], _items[second]);
    }

    /// <summary>Makes a run longer.</summary>
    private readonly void Insert(int start, int sorted, int end)
    {
        for (; sorted < end; sorted++)
        {
            Insert(start, sorted);
        }
    }

    private readonly void Insert(int start, int sorted)
    {
        nint item = _items[sorted];
        int place = sorted;
        while (place > start && _order.IsAfter(_items[place - 1], item))
        {
            _items[place] = _items[place - 1];
            place--;
        }

        _items[place] = item;
    }

    /// <summary>Returns how deep the border between two runs lies in a balanced tree over all items: the bits that the middles of the runs, as fractions, have in common.</summary>
    private readonly int DepthOfBorder(int start, int middle, int end)
    {
        ulong whole = 2 * (ulong)_count;
        ulong left = (ulong)start + (ulong)middle;
        ulong right = (ulong)middle + (ulong)end;
        int depth = 1;
        while (left >= whole / 2 == right >= whole / 2)
        {
            ulong bit = left >= whole / 2 ? whole / 2 : 0;
            left = (left - bit) * 2;
            right = (right - bit) * 2;
            depth++;
        }

        return depth;
    }

    /// <summary>Makes one of two that follow each other: where neither is a run, both wait together.</summary>
    private readonly Stretch Merge(Stretch first, Stretch second)
    {
        bool isSorted = first.IsSorted || second.IsSorted;
        if (isSorted)
        {
            Order(first);
            Order(second);
            Merge(first.Start, second.Start, second.End);
        }

        return new Stretch(first.Start, second.End, isSorted);
    }

    private readonly void Order(Stretch stretch)
    {
        if (!stretch.IsSorted)
        {
            SampleSort<TOrder>.Sort(_items + stretch.Start, stretch.End - stretch.Start, _scratch, _buckets, _order);
        }
    }

    private readonly void Merge(int start, int middle, int end)
    {
        if (!_order.IsAfter(_items[middle - 1], _items[middle]))
        {
            return;
        }

        nint* left = _scratch;
        nint* lastLeft = _scratch + (middle - start);
        nint* right = _items + middle;
        nint* lastRight = _items + end;
        nint* place = _items + start;
        Copy(place, left, middle - start);
        while (left != lastLeft && right != lastRight)
        {
            // Without a branch, which would be foretold wrongly every other time. Of equal items the left one comes first: that is what makes the sort stable.
            bool isAfter = _order.IsAfter(*left, *right);
            nint takesRight = Unsafe.As<bool, byte>(ref isAfter);
            nint* taken = (nint*)((nint)left ^ (((nint)left ^ (nint)right) & -takesRight));
            *place++ = *taken;
            _order.Prefetch(taken[Prefetching.Distance]);
            right += takesRight;
            left += 1 - takesRight;
        }

        Copy(left, place, (int)(lastLeft - left));
    }

    private static void Reverse(nint* first, nint* end)
    {
        for (end--; first < end; first++, end--)
        {
            (*first, *end) = (*end, *first);
        }
    }
}
