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

    /// <summary>Sorts the nodes by their keys; the scratch span is as long.</summary>
    public static void Sort(Span<KeyedNode> nodes, Span<KeyedNode> scratch)
    {
        fixed (KeyedNode* items = nodes)
        fixed (KeyedNode* other = scratch)
        {
            Sort(items, other, nodes.Length, into: items);
        }
    }

    /// <summary>Sorts the items into one of the two places: where they are, or the other.</summary>
    private static void Sort(KeyedNode* items, KeyedNode* other, int count, KeyedNode* into)
    {
        if (count <= InsertionSortLimit)
        {
            InsertionSort(items, count, into);
            return;
        }

        (ulong lowest, ulong highest) = RangeOf(items, count);
        int keyBits = BitLength(highest - lowest);
        int digitBits = Math.Min(keyBits, DigitBitsFor(count));
        if (digitBits == 0)
        {
            Copy(items, into, count);
            return;
        }

        Distribute(items, other, count, lowest, keyBits - digitBits, digitBits, into);
    }

    private static void Distribute(KeyedNode* items, KeyedNode* other, int count, ulong lowest, int shift, int digitBits, KeyedNode* into)
    {
        int digits = 1 << digitBits;
        int* ends = stackalloc int[digits];
        for (int index = 0; index < count; index++)
        {
            ends[(items[index].Key - lowest) >> shift]++;
        }

        int start = 0;
        for (int digit = 0; digit < digits; digit++)
        {
            int length = ends[digit];
            ends[digit] = start;
            start += length;
        }

        for (int index = 0; index < count; index++)
        {
            other[ends[(items[index].Key - lowest) >> shift]++] = items[index];
        }

        if (shift == 0)
        {
            Copy(other, into, count);
            return;
        }

        start = 0;
        for (int digit = 0; digit < digits; digit++)
        {
            Sort(other + start, items + start, ends[digit] - start, into + start);
            start = ends[digit];
        }
    }

    private static void InsertionSort(KeyedNode* items, int count, KeyedNode* into)
    {
        for (int sorted = 0; sorted < count; sorted++)
        {
            KeyedNode item = items[sorted];
            int place = sorted;
            while (place > 0 && into[place - 1].Key > item.Key)
            {
                into[place] = into[place - 1];
                place--;
            }

            into[place] = item;
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
    private static int DigitBitsFor(int count) => Math.Min(Math.Max(BitLength((ulong)count) - 3, MinimumDigitBits), MaximumDigitBits);

    private static int BitLength(ulong value)
    {
        int length = 0;
        for (; value != 0; value >>= 1)
        {
            length++;
        }

        return length;
    }

    private static void Copy(KeyedNode* items, KeyedNode* into, int count)
    {
        if (items != into)
        {
            Buffer.MemoryCopy(items, into, (long)count * sizeof(KeyedNode), (long)count * sizeof(KeyedNode));
        }
    }
}
