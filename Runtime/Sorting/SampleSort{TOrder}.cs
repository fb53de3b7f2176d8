using System;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// A stable sort of an array that is in no order: a sample of the items is sorted, and every item finds its place between some of these before it is looked at again.
/// </summary>
/// <remarks>
/// <para>
/// A merge sort waits for each item as often as it halves the array, as soon as the elements do not fit into the cache. Here an item that is waited for is compared several times at once, and only with items that are at hand.
/// ("Samplesort", Frazer and McKellar, 1970; the tree without branches is that of Sanders and Winkel, 2004.)
/// </para>
/// <para>
/// Of a bucket that holds many items, those that equal the pivot below it are done. Where many others are left, the sample has not divided them, and they are merged:
/// whatever the items are and the comparer answers, this takes O(n log n).
/// </para>
/// </remarks>
internal readonly unsafe ref struct SampleSort<TOrder>
    where TOrder : struct, IItemOrder
{
    // Below this number of items, most of their elements are in the cache.
    private const int MinimumLength = 65536;

    private const int Probes = 64;
    private const int PageSize = 4096;

    // Up to this length, merging a part costs less than sampling it.
    private const int MergeLimit = 64;

    private const int ItemsInBucket = 32;
    private const int MaximumBits = 6;
    private const int MaximumBuckets = 1 << MaximumBits;

    // With fewer samples the buckets differ more in size, with more of them their sort takes longer.
    private const int SamplesInBucket = 4;

    private readonly TOrder _order;
    private readonly nint* _scratch;
    private readonly byte* _buckets;

    private SampleSort(nint* scratch, byte* buckets, TOrder order)
    {
        _scratch = scratch;
        _buckets = buckets;
        _order = order;
    }

    /// <summary>Returns how many bytes a sort needs: one for each item, where they are many and their elements far from each other. None where merging is faster.</summary>
    public static int BucketsFor(ReadOnlySpan<nint> items) => items.Length >= MinimumLength && AreScattered(items) ? items.Length : 0;

    /// <summary>Sorts items. Behind them there is memory to look ahead into; the scratch memory is as long as they and that, and there is one byte for each item.</summary>
    public static void Sort(nint* items, int count, nint* scratch, byte* buckets, TOrder order) =>
        new SampleSort<TOrder>(scratch, buckets, order).Sort(items, count);

    // Of the neighbours that are looked at, whether most are on different pages.
    private static bool AreScattered(ReadOnlySpan<nint> items)
    {
        int far = 0;
        for (int probe = 0; probe < Probes; probe++)
        {
            int place = items.Length / Probes * probe;
            far += (nuint)(items[place + 1] - items[place] + PageSize) > 2 * PageSize ? 1 : 0;
        }

        return far > Probes / 2;
    }

    [SkipLocalsInit]
    private void Sort(nint* items, int count)
    {
        if (count <= MergeLimit)
        {
            MergeSort<TOrder>.Sort(items, count, _scratch, _order);
            return;
        }

        if (IsSorted(items, count))
        {
            return;
        }

        int bits = BitsFor(count);
        nint* tree = stackalloc nint[MaximumBuckets];
        int* ends = stackalloc int[MaximumBuckets];
        ChoosePivots(items, count, tree, bits);
        Classify(items, count, tree, bits, ends);
        Distribute(items, count, ends, 1 << bits);
        SortBuckets(items, count, tree, ends, 1 << bits);
    }

    // Such as items that are all equal, or those that have been in order between others.
    private bool IsSorted(nint* items, int count)
    {
        for (int index = 1; index < count; index++)
        {
            _order.Prefetch(items[index + Prefetching.Distance]);
            if (_order.IsAfter(items[index - 1], items[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Makes a search tree of some items that divide all of them evenly: the two below the one at an index are at twice the index and behind that.</summary>
    [SkipLocalsInit]
    private void ChoosePivots(nint* items, int count, nint* tree, int bits)
    {
        nint* samples = stackalloc nint[MaximumBuckets * SamplesInBucket + Prefetching.Distance];
        nint* scratch = stackalloc nint[MaximumBuckets * SamplesInBucket + Prefetching.Distance];
        int length = SamplesInBucket << bits;
        for (int index = 0; index < length; index++)
        {
            samples[index] = items[PlaceOfSample(index, count)];
            _order.Prefetch(samples[index]);
        }

        MergeSort<TOrder>.Sort(samples, length, scratch, _order);
        int place = 1;
        for (int step = length; step > SamplesInBucket; step /= 2)
        {
            for (int sample = step / 2; sample < length; sample += step)
            {
                tree[place++] = samples[sample];
            }
        }
    }

    /// <summary>Finds the bucket of each item, and how many there are in each.</summary>
    private void Classify(nint* items, int count, nint* tree, int bits, int* lengths)
    {
        int buckets = 1 << bits;
        new Span<int>(lengths, buckets).Clear();
        for (int index = 0; index < count; index++)
        {
            _order.Prefetch(items[index + Prefetching.Distance]);
            int bucket = BucketOf(items[index], tree, bits) - buckets;
            _buckets[index] = (byte)bucket;
            lengths[bucket]++;
        }
    }

    // Without a branch, which would be foretold wrongly every other time. Of the items that are equal, all find the same bucket, in their order: that is what makes the sort stable.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int BucketOf(nint item, nint* tree, int bits)
    {
        int place = 1;
        for (; bits > 0; bits--)
        {
            bool isBefore = _order.IsAfter(tree[place], item);
            place = (2 * place) + 1 - Unsafe.As<bool, byte>(ref isBefore);
        }

        return place;
    }

    /// <summary>Moves the items to their buckets, and makes of their lengths where they end.</summary>
    private void Distribute(nint* items, int count, int* ends, int buckets)
    {
        PrefixSum.ToStarts(ends, buckets);
        for (int index = 0; index < count; index++)
        {
            _scratch[ends[_buckets[index]]++] = items[index];
        }

        MergeSort<TOrder>.Copy(_scratch, items, count);
    }

    private void SortBuckets(nint* items, int count, nint* tree, int* ends, int buckets)
    {
        int most = Math.Max(count / 4, MergeLimit);
        int start = 0;
        for (int bucket = 0; bucket < buckets; bucket++)
        {
            int length = ends[bucket] - start;
            if (length > most && bucket != 0)
            {
                int equal = MoveFirst(items + start, length, PivotBelow(bucket + buckets, tree));
                start += equal;
                length -= equal;
            }

            if (length > most)
            {
                MergeSort<TOrder>.Sort(items + start, length, _scratch, _order);
            }
            else
            {
                Sort(items + start, length);
            }

            start = ends[bucket];
        }
    }

    /// <summary>Moves the items that do not come after the pivot before those that do, and returns how many they are.</summary>
    private int MoveFirst(nint* items, int count, nint pivot)
    {
        int first = 0;
        int after = 0;
        for (int index = 0; index < count; index++)
        {
            _order.Prefetch(items[index + Prefetching.Distance]);
            nint item = items[index];
            bool isAfter = _order.IsAfter(item, pivot);
            items[first] = item;
            _scratch[after] = item;
            after += Unsafe.As<bool, byte>(ref isAfter);
            first = index + 1 - after;
        }

        MergeSort<TOrder>.Copy(_scratch, items + first, after);
        return first;
    }

    // The way to a place is what its bits say below the highest; the pivot below is the last one that it has passed on the right.
    private static nint PivotBelow(int place, nint* tree)
    {
        while (place % 2 == 0)
        {
            place /= 2;
        }

        return tree[place / 2];
    }

    // Even in any part of the items, and in step with none of what recurs in them: the multiples of the golden ratio.
    private static int PlaceOfSample(int index, int count) => (int)(((ulong)((uint)index * 0x9E3779B9) * (ulong)count) >> 32);

    private static int BitsFor(int count)
    {
        int bits = 1;
        while (bits < MaximumBits && count >> bits > ItemsInBucket)
        {
            bits++;
        }

        return bits;
    }
}
