using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Xunit;

namespace LruCache.Tests;

public sealed class LruCacheTests
{
    private static readonly Gen<(int Capacity, int[] Keys)> Accesses = Gen.Select(Gen.Int[1, 40], Gen.Int[0, 60].Array[0, 400]);

    [Fact]
    public void IntrusiveCacheIsAnExactLru() => Accesses.Sample(accesses =>
    {
        using var cache = new IntrusiveLruCache<int>(accesses.Capacity);
        Assert.Equal(Replay(new NaiveLruCache<int>(accesses.Capacity), accesses.Keys), Replay(cache, accesses.Keys));
    });

    [Fact]
    public void LinkedListCacheIsAnExactLru() => Accesses.Sample(accesses =>
        Assert.Equal(Replay(new NaiveLruCache<int>(accesses.Capacity), accesses.Keys), Replay(new LinkedListLruCache<int>(accesses.Capacity), accesses.Keys)));

    [Theory]
    [InlineData(1, "a a b a", ".+..")]
    [InlineData(2, "a b a c a b", "..+.+.")]
    [InlineData(3, "a b c d a b c d", "........")]
    [InlineData(4, "a b c d a b c d", "....++++")]
    public void EvictsTheLeastRecentlyUsed(int capacity, string keys, string hits)
    {
        using var cache = new IntrusiveLruCache<string>(capacity);
        Assert.Equal(hits.Select(hit => hit == '+'), Replay(cache, keys.Split(' ')));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void CapacityIsPositive(int capacity)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new IntrusiveLruCache<int>(capacity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinkedListLruCache<int>(capacity));
    }

    [Fact]
    public void WarmIntrusiveCacheAllocatesNothing()
    {
        using var cache = new IntrusiveLruCache<int>(50);
        Assert.Equal(0, AllocatedBytesWhenWarm(cache));
    }

    [Fact]
    public void WarmLinkedListCacheAllocatesANodeForEachMiss() => Assert.InRange(AllocatedBytesWhenWarm(new LinkedListLruCache<int>(50)), 1000 * 40, 1000 * 64);

    private static long AllocatedBytesWhenWarm(ILruCache<int> cache)
    {
        AccessNewKeys(cache, 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        AccessNewKeys(cache, 1000);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void AccessNewKeys(ILruCache<int> cache, int first)
    {
        for (int key = first; key < first + 1000; key++)
        {
            cache.Access(key);
        }
    }

    private static List<bool> Replay<TKey>(ILruCache<TKey> cache, TKey[] keys)
        where TKey : notnull => [.. keys.Select(cache.Access)];
}
