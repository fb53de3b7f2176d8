using System;
using System.Collections.Generic;

namespace IntrusiveLists;

/// <summary>
/// A stable merge sort of a span. The list itself is relinked afterwards, so that a comparer that throws costs nothing but its own call.
/// </summary>
internal static class MergeSort
{
    // Below this length the moves of an insertion sort cost less than the calls of a merge.
    private const int InsertionSortLimit = 12;

    /// <summary>Returns how much scratch memory the sort of a number of items needs.</summary>
    public static int ScratchLength(int count) => count / 2;

    /// <summary>Sorts the items; the scratch span has at least <see cref="ScratchLength"/> items.</summary>
    public static void Sort<TItem, TComparer>(Span<TItem> items, Span<TItem> scratch, TComparer comparer)
        where TComparer : struct, IComparer<TItem>
    {
        if (items.Length <= InsertionSortLimit)
        {
            InsertionSort(items, comparer);
            return;
        }

        int middle = items.Length / 2;
        Sort(items.Slice(0, middle), scratch, comparer);
        Sort(items.Slice(middle), scratch, comparer);
        if (comparer.Compare(items[middle - 1], items[middle]) > 0)
        {
            Merge(items, middle, scratch.Slice(0, middle), comparer);
        }
    }

    private static void InsertionSort<TItem, TComparer>(Span<TItem> items, TComparer comparer)
        where TComparer : struct, IComparer<TItem>
    {
        for (int sorted = 1; sorted < items.Length; sorted++)
        {
            TItem item = items[sorted];
            int place = sorted;
            while (place > 0 && comparer.Compare(items[place - 1], item) > 0)
            {
                items[place] = items[place - 1];
                place--;
            }

            items[place] = item;
        }
    }

    private static void Merge<TItem, TComparer>(Span<TItem> items, int middle, Span<TItem> left, TComparer comparer)
        where TComparer : struct, IComparer<TItem>
    {
        items.Slice(0, middle).CopyTo(left);
        int fromLeft = 0;
        int fromRight = middle;
        int place = 0;
        while (fromLeft < left.Length && fromRight < items.Length)
        {
            // Of equal items the left one comes first: that is what makes the sort stable.
            bool takeLeft = comparer.Compare(left[fromLeft], items[fromRight]) <= 0;
            items[place++] = takeLeft ? left[fromLeft++] : items[fromRight++];
        }

        left.Slice(fromLeft).CopyTo(items.Slice(place));
    }
}
