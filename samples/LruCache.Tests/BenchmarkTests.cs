using System;
using System.IO;
using System.Linq;
using Samples;
using Xunit;

namespace LruCache.Tests;

public sealed class BenchmarkTests
{
    [Fact]
    public void CountsTheHitsOfAFirstReplay()
    {
        Comparison comparison = Compare(2, "a", "b", "a", "c", "a", "b");
        Assert.Equal((6, 2, 4), (comparison.Accesses, comparison.Hits, comparison.Misses));
        Assert.Equal(2, comparison.LinkedList.Hits);
    }

    [Fact]
    public void MeasuresBothCaches()
    {
        Comparison comparison = Compare(10, [.. Enumerable.Range(0, 1000).Select(number => $"{number}")]);
        Assert.Equal(0, comparison.Intrusive.BytesPerAccess);
        Assert.InRange(comparison.LinkedList.BytesPerAccess ?? 0, 40, 64);
        Assert.True(comparison.Intrusive.NanosecondsPerAccess > 0);
        Assert.True(comparison.LinkedList.NanosecondsPerAccess > 0);
        Assert.Equal(comparison.Intrusive.NanosecondsPerAccess / comparison.LinkedList.NanosecondsPerAccess, comparison.TimeRatio);
    }

    [Fact]
    public void AnEmptyTraceHasNoFigures()
    {
        Comparison comparison = Compare(10);
        Assert.Equal((0, 0, 0), (comparison.Accesses, comparison.Hits, comparison.Misses));
        Assert.Null(comparison.HitRatio);
        Assert.Null(comparison.TimeRatio);
        Assert.Equal(new CacheFigures(0, null, null), comparison.Intrusive);
    }

    [Fact]
    public void TheBuiltInTraceHasWordsThatRecur()
    {
        string[] words = new Trace("words", EmbeddedText.Read().SelectMany(text => text.Words)).Keys;
        Assert.Contains("list", words);
        Assert.InRange(words.Distinct().Count(), 500, words.Length / 5);
    }

    private static Comparison Compare(int capacity, params string[] keys) =>
        Benchmark.Compare(new Trace("test", keys), capacity, new Progress(TextWriter.Null, TimeProvider.System));
}
