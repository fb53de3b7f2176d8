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
/// <para>A comparer that contradicts itself yields some order of the same items: no access depends on what it answers.</para>
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

    private MergeSort(nint* items, int count, nint* scratch, TOrder order)
    {
        _items = items;
        _count = count;
        _scratch = scratch;
        _order = order;
    }

    /// <summary>Returns how much memory a sort needs: behind the items there is some to look ahead into, whatever it holds.</summary>
    public static int LengthFor(int count) => count + Prefetching.Distance;

    /// <summary>Sorts the first items of a memory; it and the scratch memory are of the length that they need, or longer.</summary>
    /// <returns>Whether the order has changed.</returns>
    public static bool Sort(Span<nint> items, int count, Span<nint> scratch, TOrder order)
    {
        // Too little of either is found here, and not by what is overwritten behind it.
        fixed (nint* first = items.Slice(0, LengthFor(count)))
        fixed (nint* free = scratch.Slice(0, LengthFor(count)))
        {
            var sort = new MergeSort<TOrder>(first, count, free, order);
            return count >= 2 && sort.Sort();
        }
    }

    private readonly bool Sort()
    {
        int* starts = stackalloc int[MaximumDepth];
        int* depths = stackalloc int[MaximumDepth];
        int pending = 0;
        int start = 0;
        int end = FindRun(0, out bool reversed);
        bool sorted = end == _count && !reversed;
        end = Extend(0, end);
        while (end < _count)
        {
            int next = Extend(end, FindRun(end, out _));
            int depth = DepthOfBorder(start, end, next);
            while (pending > 0 && depths[pending - 1] > depth)
            {
                pending--;
                Merge(starts[pending], start, end);
                start = starts[pending];
            }

            starts[pending] = start;
            depths[pending] = depth;
            pending++;
            start = end;
            end = next;
        }

        while (pending > 0)
        {
            pending--;
            Merge(starts[pending], start, _count);
            start = starts[pending];
        }

        return !sorted;
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

    /// <summary>Makes a short run longer.</summary>
    private readonly int Extend(int start, int end)
    {
        int extended = _count - start < MinimumRun ? _count : start + MinimumRun;
        for (; end < extended; end++)
        {
            Insert(start, end);
        }

        return end;
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

    private static void Copy(nint* source, nint* destination, int count) =>
        Buffer.MemoryCopy(source, destination, (long)count * sizeof(nint), (long)count * sizeof(nint));

    private static void Reverse(nint* first, nint* end)
    {
        for (end--; first < end; first++, end--)
        {
            (*first, *end) = (*end, *first);
        }
    }
}
