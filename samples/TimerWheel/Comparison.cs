using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Samples;

namespace TimerWheel;

/// <summary>Plays a scenario on the wheel and on the queue, in turns, and compares which timers fire in which order.</summary>
internal sealed record Comparison
{
    private const int Rounds = 7;

    /// <summary>Gets how many timers fired.</summary>
    public required int Fired { get; init; }

    /// <summary>Gets the median time of a timer on the wheel, in nanoseconds.</summary>
    public required double WheelTime { get; init; }

    /// <summary>Gets the median time of a timer in the queue, in nanoseconds.</summary>
    public required double QueueTime { get; init; }

    /// <summary>Gets the median of the ratios of one round: below 1, the wheel is faster.</summary>
    public required double TimeRatio { get; init; }

    /// <summary>Gets in which place of the order the two differ first; null when they agree.</summary>
    public required int? FirstDifference { get; init; }

    /// <summary>Compares the two.</summary>
    public static Comparison Of(Scenario scenario, Progress progress)
    {
        var wheel = new List<double>();
        var queue = new List<double>();
        int? difference = null;
        int fired = 0;
        for (int round = 1; round <= Rounds; round++)
        {
            progress.Show(FormattableString.Invariant($"round {round} of {Rounds}"));
            using var timers = new WheelTimers(scenario.Count);
            List<int> ofWheel = Time(scenario, timers, wheel);
            List<int> ofQueue = Time(scenario, new QueueTimers(scenario.Count), queue);
            difference ??= Difference(ofWheel, ofQueue);
            fired = ofWheel.Count;
        }

        progress.Clear();
        return new Comparison
        {
            Fired = fired,
            WheelTime = Median(wheel),
            QueueTime = Median(queue),
            TimeRatio = Median(wheel.Zip(queue, (left, right) => left / right)),
            FirstDifference = difference,
        };
    }

    /// <summary>Returns the first place in which two orders differ; null when they are the same.</summary>
    public static int? Difference(IReadOnlyList<int> left, IReadOnlyList<int> right)
    {
        int common = Math.Min(left.Count, right.Count);
        int place = Enumerable.Range(0, common).FirstOrDefault(index => left[index] != right[index], common);
        return place == common && left.Count == right.Count ? null : place;
    }

    private static List<int> Time(Scenario scenario, ITimers timers, List<double> times)
    {
        long start = Stopwatch.GetTimestamp();
        List<int> fired = scenario.Play(timers);
        times.Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / scenario.Count);
        return fired;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
