using System;

namespace IntrusiveLists;

/// <summary>
/// A stable sort by keys that are numbers: no comparison, no branch that depends on a key.
/// </summary>
/// <remarks>
/// The highest digit first, of the distance from the smallest key: what all keys have in common costs nothing, and the parts soon fit into the cache.
/// Every step takes several bits off the distance, so that there are few: each is O(n).
/// </remarks>
internal static unsafe class RadixSort
{
    // Below this length an insertion sort costs less than the counters.
    private const int InsertionSortLimit = 24;

    private const int MinimumDigitBits = 3;
    private const int MaximumDigitBits = 11;

    /// <summary>Writes the nodes in the order of their keys, all of which lie in a range. All three spans have one length; the first two are in no order afterwards.</summary>
    public static void Sort(Span<KeyedNode> keyed, (ulong Lowest, ulong Highest) range, Span<KeyedNode> scratch, Span<nint> nodes)
    {
        fixed (KeyedNode* items = keyed)
        fixed (KeyedNode* other = scratch)
        fixed (nint* into = nodes)
        {
            if (keyed.Length <= InsertionSortLimit)
            {
                SortFew(items, keyed.Length, into);
            }
            else
            {
                SortMany(items, other, keyed.Length, range, into);
            }
        }
    }

    private static void SortPart(KeyedNode* items, KeyedNode* other, int count, nint* into)
    {
        if (count <= InsertionSortLimit)
        {
            SortFew(items, count, into);
        }
        else
        {
            SortMany(items, other, count, RangeOf(items, count), into);
        }
    }

    private static void SortFew(KeyedNode* items, int count, nint* into)
    {
        InsertionSort(items, count);
        CopyNodes(items, into, count);
    }

    private static void SortMany(KeyedNode* items, KeyedNode* other, int count, (ulong Lowest, ulong Highest) range, nint* into)
    {
        int keyBits = BitLength(range.Highest - range.Lowest);
        int digitBits = Math.Min(keyBits, DigitBitsFor(count));
        if (digitBits == 0)
        {
            CopyNodes(items, into, count);
            return;
        }

        Distribute(items, other, count, range.Lowest, keyBits - digitBits, digitBits, into);
    }

    private static void Distribute(KeyedNode* items, KeyedNode* other, int count, ulong lowest, int shift, int digitBits, nint* into)
    {
        int digits = 1 << digitBits;
        int* ends = stackalloc int[digits];
        for (int index = 0; index < count; index++)
        {
            ends[(items[index].Key - lowest) >> shift]++;
        }

        PrefixSum.ToStarts(ends, digits);
        for (int index = 0; index < count; index++)
        {
            other[ends[(items[index].Key - lowest) >> shift]++] = items[index];
        }

        if (shift == 0)
        {
            CopyNodes(other, into, count);
            return;
        }

        int start = 0;
        for (int digit = 0; digit < digits; digit++)
        {
            SortPart(other + start, items + start, ends[digit] - start, into + start);
            start = ends[digit];
        }
    }

    private static void InsertionSort(KeyedNode* items, int count)
    {
        for (int sorted = 1; sorted < count; sorted++)
        {
            KeyedNode item = items[sorted];
            int place = sorted;
            while (place > 0 && items[place - 1].Key > item.Key)
            {
                items[place] = items[place - 1];
                place--;
            }

            items[place] = item;
        }
    }

    private static (ulong Lowest, ulong Highest) RangeOf(KeyedNode* items, int count)
    {
        ulong lowest = items[0].Key;
        ulong highest = lowest;
        for (int index = 1; index < count; index++)
        {
            ulong key = items[index].Key;
            lowest = Math.Min(lowest, key);
            highest = Math.Max(highest, key);
        }

        return (lowest, highest);
    }

    // About four items for each digit that follows.
    private static int DigitBitsFor(int count) => Math.Min(Math.Max(BitLength((ulong)count) - 2, MinimumDigitBits), MaximumDigitBits);

    private static int BitLength(ulong value)
    {
        int length = 0;
        for (; value != 0; value >>= 1)
        {
            length++;
        }

        return length;
    }

    private static void CopyNodes(KeyedNode* items, nint* into, int count)
    {
        for (int index = 0; index < count; index++)
        {
            into[index] = items[index].Node;
        }
    }
}
