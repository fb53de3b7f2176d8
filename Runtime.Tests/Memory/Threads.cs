using System;
using System.Diagnostics;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace IntrusiveLists.Tests.Memory;

/// <summary>Threads for tests.</summary>
internal static class Threads
{
    /// <summary>Starts a thread.</summary>
    public static Thread Start(ThreadStart body)
    {
        var thread = new Thread(body) { IsBackground = true };
        thread.Start();
        return thread;
    }

    /// <summary>Runs a body on several threads that start together, waits for all of them, and rethrows what one of them threw.</summary>
    public static void Run(int count, Action<int> body)
    {
        ExceptionDispatchInfo? failure = null;
        using var barrier = new Barrier(count);
        Thread[] threads = Enumerable.Range(0, count).Select(index => Start(() =>
        {
            try
            {
                barrier.SignalAndWait();
                body(index);
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Join());
        failure?.Throw();
    }

    /// <summary>Runs a body on a thread that then ends: no stack holds what the body leaves behind, where any number on a stack counts as a reference either.</summary>
    public static void RunAndEnd(ThreadStart body) => Start(body).Join();

    /// <summary>Runs a body so many bytes further down the stack.</summary>
    public static unsafe void RunDeeper(int bytes, Action body)
    {
        byte* above = stackalloc byte[bytes + 1];
        *above = 0;
        body();
    }

    /// <summary>Runs the rounds of a body on several threads, each round at the same time on all of them, within the accuracy of the clock.</summary>
    public static void RunInStep(int count, int rounds, Action<int> body)
    {
        long[] starts = new long[rounds];
        int[] arrived = new int[rounds];
        Run(count, _ =>
        {
            for (int round = 0; round < rounds; round++)
            {
                if (Interlocked.Increment(ref arrived[round]) == count)
                {
                    Volatile.Write(ref starts[round], Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 200_000));
                }

                var spinner = default(SpinWait);
                while (Volatile.Read(ref starts[round]) == 0)
                {
                    spinner.SpinOnce(sleep1Threshold: -1);
                }

                while (Stopwatch.GetTimestamp() < starts[round])
                {
                }

                body(round);
            }
        });
    }

    /// <summary>Runs the finalizers of what ended threads leave behind: first those of the thread's storage, then those of what was in it.</summary>
    public static void FinalizeEnded()
    {
        for (int round = 0; round < 4; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
