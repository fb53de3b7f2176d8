using System;
using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Benchmarks;

/// <summary>
/// Lets contenders take turns. Each round begins with another one.
/// </summary>
internal static class Turns
{
    /// <summary>Measures the contenders, after one round to warm up.</summary>
    public static Result Take(string part, string workload, int rounds, IReadOnlyList<Contender> contenders)
    {
        double[][] times = [.. contenders.Select(_ => new double[rounds])];
        foreach (Contender contender in contenders)
        {
            Time(contender);
        }

        for (int round = 0; round < rounds; round++)
        {
            for (int turn = 0; turn < contenders.Count; turn++)
            {
                int index = (round + turn) % contenders.Count;
                times[index][round] = Time(contenders[index]);
            }
        }

        return new Result(part, workload, [.. contenders.Select((contender, index) => new Timing(contender.Name, times[index]))]);
    }

    // Of all threads: what other processes do meanwhile is not counted, and work on a second processor is not free.
    private static double Time(Contender contender)
    {
        Action work = contender.Prepare();
        GC.Collect();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }
}
