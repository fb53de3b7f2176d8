using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;

namespace IntrusiveLists.Benchmarks;

/// <summary>Lets the contenders take turns.</summary>
internal static unsafe class Runner
{
    // A method is compiled anew, with what was learnt of its use, after some thirty calls, in the background.
    private const int WarmUpCalls = 40;

    // More than a thread keeps of a pool, so that what it gives back and fetches is compiled too.
    private const int WarmUpElements = 400;
    private const int FewestPasses = 4;
    private const int MostPasses = 40;
    private static readonly TimeSpan CompilerPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Has everything compiled that will be measured, in as many passes as the compiler takes here until it has nothing left to do.</summary>
    public static void WarmUp(IEnumerable<(Workload Workload, IReadOnlyList<Contender> Contenders)> all)
    {
        (Workload Workload, IReadOnlyList<Contender> Contenders)[] small =
            [.. all.Where(entry => entry.Workload.Keys == KeyPattern.Random && entry.Workload.Group != Group.Collection)
                .Select(entry => (entry.Workload with { Count = WarmUpElements, Steps = Math.Min(entry.Workload.Steps, WarmUpElements) }, entry.Contenders))];
        long before = -1;
        for (int pass = 0; pass < FewestPasses || (before != CompiledMethods() && pass < MostPasses); pass++)
        {
            before = CompiledMethods();
            foreach ((Workload workload, IReadOnlyList<Contender> contenders) in small)
            {
                using var arena = new Arena(workload);
                foreach (Contender contender in contenders)
                {
                    for (int call = 0; call < WarmUpCalls; call++)
                    {
                        Perform(workload, contender, arena.Plan, digests: true);
                    }
                }
            }

            Thread.Sleep(CompilerPause);
        }

        long CompiledMethods() => small.SelectMany(entry => entry.Contenders).Distinct().Sum(contender => contender.DoIfAny("compiled", null));
    }

    /// <summary>Measures a workload.</summary>
    public static Result Run(Workload workload, IReadOnlyList<Contender> contenders, int rounds)
    {
        using var arena = new Arena(workload);
        var order = new Random(1);
        int[] turns = [.. Enumerable.Range(0, contenders.Count)];
        (long Result, long Digest)? expected = null;
        int[] intervals = [.. contenders.Select(contender => Workloads.Interval(workload, contender))];
        List<double>[] times = [.. contenders.Select(_ => new List<double>())];
        List<long>[] allocated = [.. contenders.Select(_ => new List<long>())];
        TakeMemory(workload, contenders, arena);
        for (int round = 0; round < rounds; round++)
        {
            // In another order each time: what one leaves in the caches and to the collector is not always the same one's to bear.
            order.Shuffle(turns);
            foreach (int index in turns.Where(turn => round % intervals[turn] == 0))
            {
                Round performed = Perform(workload, contenders[index], arena.Plan, digests: round == 0);
                times[index].Add(performed.Nanoseconds / workload.Operations);
                allocated[index].Add(performed.AllocatedBytes);
                expected ??= (performed.Result, performed.Digest);
                if (expected.Value.Result != performed.Result || (round == 0 && expected.Value.Digest != performed.Digest))
                {
                    throw new InvalidOperationException($"{contenders[index].Name} did something else than the others: {workload.Name}.");
                }
            }
        }

        // What every round allocates: a collection in the middle of one counts what was left of the thread's buffer, too.
        return new Result(
            workload.Group,
            workload.Name,
            workload.ElementSize,
            [.. contenders.Select((contender, index) => new Timing(contender.Name, contender.Contract, [.. times[index]], allocated[index].Min()) { Compiler = contender.Compiler, Interval = intervals[index] })]);
    }

    // The temporary memory of a sort is pooled: only the first one takes it from the system.
    private static void TakeMemory(Workload workload, IReadOnlyList<Contender> contenders, Arena arena)
    {
        if (workload.Group == Group.Sorts)
        {
            foreach (Contender contender in contenders.Where(contender => contender.Contract == Contract.Own))
            {
                Perform(workload, contender, arena.Plan, digests: false);
            }
        }
    }

    private static Round Perform(Workload workload, Contender contender, Plan* plan, bool digests)
    {
        contender.DoIfAny("reset", plan);
        contender.DoIfAny(workload.Preparation, plan);
        if (workload.Count > WarmUpElements)
        {
            contender.DoIfAny("settle", plan);
        }

        Operation operation = contender.Operations[workload.Operation];
        long before = contender.DoIfAny("allocated", plan);
        long start = Stopwatch.GetTimestamp();
        long result = operation(plan);
        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        long allocated = contender.DoIfAny("allocated", plan) - before;
        long digest = digests ? contender.DoIfAny("digest", plan) : 0;
        contender.DoIfAny("free", plan);
        return new Round(result, digest, nanoseconds, allocated);
    }
}
