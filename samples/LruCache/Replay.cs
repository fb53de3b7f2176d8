using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Runtime.CompilerServices;

namespace LruCache;

/// <summary>Replays keys on one cache and keeps the figures.</summary>
internal sealed class Replay(ILruCache<string> cache, ReadOnlyMemory<string> keys)
{
    private const int ChunkLength = 1 << 16;
    private const int LeastAccessesPerRound = 200_000;

    private readonly List<double> _nanosecondsPerAccess = [];
    private double? _bytesPerAccess;
    private int _hits;

    /// <summary>Gets the figures: of the times, the median.</summary>
    public CacheFigures Figures => new(_hits, Median(_nanosecondsPerAccess), _bytesPerAccess);

    /// <summary>Counts the hits of one replay.</summary>
    /// <param name="report">Is told now and then which share of the keys is done.</param>
    public void CountHits(Action<double> report)
    {
        _hits = 0;
        for (int start = 0; start < keys.Length; start += ChunkLength)
        {
            report((double)start / keys.Length);
            _hits += CountHits(keys.Span.Slice(start, Math.Min(ChunkLength, keys.Length - start)));
        }
    }

    /// <summary>Replays the keys once.</summary>
    public void Run() => CountHits(keys.Span);

    /// <summary>Times one round: as many replays as it takes to be long for the clock.</summary>
    public void TimeRound()
    {
        int replays = ((LeastAccessesPerRound - 1) / keys.Length) + 1;
        long start = Stopwatch.GetTimestamp();
        for (int replay = 0; replay < replays; replay++)
        {
            Run();
        }

        _nanosecondsPerAccess.Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / replays / keys.Length);
    }

    /// <summary>Counts the bytes that one replay allocates.</summary>
    public void CountBytes()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        _bytesPerAccess = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / keys.Length;
    }

    private static double? Median(List<double> values) => values.Count == 0 ? null : values.Order().ElementAt(values.Count / 2);

    // Compiled once and for all: what the runtime learns while it runs would favour one of the caches.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CountHits(ReadOnlySpan<string> chunk)
    {
        int hits = 0;
        foreach (string key in chunk)
        {
            if (cache.Access(key))
            {
                hits++;
            }
        }

        return hits;
    }
}
