using System;
using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Benchmarks;

/// <summary>
/// Lets contenders take turns. Each round begins with another one.
/// </summary>
internal static class Turns
{
    /// <summary>Measures the contenders, after one round to warm up that need not come to a result.</summary>
    public static Result Take(string part, string workload, int rounds, IReadOnlyList<Contender> contenders)
    {
        Timing[] timings = [.. contenders.Select(contender => new Timing(contender.Name, new double[rounds], new double[rounds]))];
        foreach (Contender contender in contenders)
        {
            contender.Prepare(rounds).Own();
        }

        for (int round = 0; round < rounds; round++)
        {
            for (int turn = 0; turn < contenders.Count; turn++)
            {
                int index = (round + turn) % contenders.Count;
                (timings[index].Rounds[round], timings[index].Waits[round]) = Time(contenders[index], round);
            }
        }

        return new Result(part, workload, timings);
    }

    private static (double Own, double Wait) Time(Contender contender, int round)
    {
        Work work = contender.Prepare(round);
        GC.Collect();
        double own = Time(work.Own);
        return (own, own + (work.Rest is { } rest ? Time(rest) : 0));
    }

    // Of all threads: what other processes do meanwhile is not counted, and work on a second processor is not free.
    private static double Time(Action work)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }
}
