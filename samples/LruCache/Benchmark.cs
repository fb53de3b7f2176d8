using System;
using System.Diagnostics;
using Samples;

namespace LruCache;

/// <summary>Compares the two caches on a trace: the hits of a first replay, then time and memory when both are warm.</summary>
internal sealed class Benchmark
{
    private const int Rounds = 11;

    // Long enough for the runtime to compile with all optimisations what runs often.
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromMilliseconds(500);

    private readonly Replay _intrusive;
    private readonly Replay _linkedList;
    private readonly Action<string> _report;

    private Benchmark(Replay intrusive, Replay linkedList, Action<string> report)
    {
        _intrusive = intrusive;
        _linkedList = linkedList;
        _report = report;
    }

    /// <summary>Compares the caches on a trace.</summary>
    public static Comparison Compare(Trace trace, int capacity, Progress progress)
    {
        using var cache = new IntrusiveLruCache<string>(capacity);
        var intrusive = new Replay(cache, trace.Keys);
        var linkedList = new Replay(new LinkedListLruCache<string>(capacity), trace.Keys);
        var benchmark = new Benchmark(intrusive, linkedList, step => progress.Show(FormattableString.Invariant($"{trace.Name}, capacity {capacity}: {step}")));
        benchmark.CountHits();
        if (trace.Keys.Length > 0)
        {
            benchmark.WarmUp();
            benchmark.Measure();
        }

        progress.Clear();
        return new Comparison
        {
            Trace = trace.Name,
            Capacity = capacity,
            Accesses = trace.Keys.Length,
            Intrusive = intrusive.Figures,
            LinkedList = linkedList.Figures,
        };
    }

    private void CountHits()
    {
        _intrusive.CountHits(done => _report(FormattableString.Invariant($"first replay, {done / 2:P0}")));
        _linkedList.CountHits(done => _report(FormattableString.Invariant($"first replay, {(1 + done) / 2:P0}")));
    }

    private void WarmUp()
    {
        _report("warming up");
        long start = Stopwatch.GetTimestamp();
        do
        {
            _intrusive.Run();
            _linkedList.Run();
        }
        while (Stopwatch.GetElapsedTime(start) < WarmUpTime);
    }

    // In turns, so that what else the machine does meets both.
    private void Measure()
    {
        for (int round = 1; round <= Rounds; round++)
        {
            _report(FormattableString.Invariant($"round {round} of {Rounds}"));
            _intrusive.TimeRound();
            _linkedList.TimeRound();
        }

        _intrusive.CountBytes();
        _linkedList.CountBytes();
    }
}
