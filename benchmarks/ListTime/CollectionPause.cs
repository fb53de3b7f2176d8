using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Runtime.CompilerServices;

namespace IntrusiveLists.Benchmarks;

/// <summary>How long a full collection takes while ten million elements are alive, which is what a program pays for keeping them.</summary>
internal static unsafe class CollectionPause
{
    private const int Elements = 10_000_000;

    /// <summary>Measures both lists in turn.</summary>
    public static Result Measure(int rounds)
    {
        double[] ours = new double[rounds];
        double[] theirs = new double[rounds];
        for (int round = 0; round < rounds; round++)
        {
            ours[round] = WithPool();
            theirs[round] = WithLinkedList();
        }

        return new Result(
            Group.Collection,
            "full collection, 10 million live elements",
            sizeof(SmallElement),
            [new Timing("IntrusiveLists", Contract.Own, ours, 0), new Timing("LinkedList<T>, nodes allocated", Contract.Framework, theirs, 0)]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double WithPool()
    {
        using var pool = new NativePool<SmallElement>();
        SmallOwner owner = default;
        for (int index = 0; index < Elements; index++)
        {
            owner.List.AddLast(pool.Allocate());
        }

        double pause = Collect();
        owner.List.Clear();
        return pause;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double WithLinkedList()
    {
        var list = new LinkedList<SmallPayload>();
        for (int index = 0; index < Elements; index++)
        {
            list.AddLast(default(SmallPayload));
        }

        double pause = Collect();
        GC.KeepAlive(list);
        return pause;
    }

    /// <summary>Returns the shortest of several collections in nanoseconds: the first also clears away what came before.</summary>
    private static double Collect()
    {
        const int Collections = 3;
        return Enumerable.Range(0, Collections).Select(_ =>
        {
            long start = Stopwatch.GetTimestamp();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
            return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        }).Min();
    }
}
