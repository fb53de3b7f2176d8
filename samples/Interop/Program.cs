using System;
using System.IO;
using IntrusiveLists;
using Samples;

namespace Interop;

/// <summary>A C library and C# work on the same lists. After each step both walk them, and have to see the same.</summary>
internal static unsafe class Program
{
    /// <summary>Runs the program.</summary>
    /// <returns>The exit code: 0 when both sides agree, 1 when they do not, 2 when there is no C side.</returns>
    internal static int Run(TextWriter output, TextWriter error)
    {
        var failures = new Failures(error);
        if (!NativeQueue.IsBuilt)
        {
            failures.AddInput("there was no C compiler ('cc') when this sample was built, and so there is no C side");
            return failures.ExitCode;
        }

        try
        {
            WorkOnAListOfC(output);
            WorkOnAListOfCSharp(output);
            output.WriteLine("Both sides agree.");
        }
        catch (InvalidOperationException disagreement)
        {
            failures.AddDisagreement(disagreement.Message);
        }

        return failures.ExitCode;
    }

    private static int Main() => Run(Console.Out, Console.Error);

    private static void WorkOnAListOfC(TextWriter output)
    {
        using var pool = new NativePool<Job>();
        Ptr<WorkQueue> queue = Made(NativeQueue.Create(6));
        Report(output, "C made a queue", queue);

        // Moved while the list is walked, with nothing but the element at hand.
        foreach (Ptr<Job> job in queue.Value.Pending)
        {
            if (job.Value.Number % 2 == 0)
            {
                queue.Value.Done.MoveToFirst(job);
            }
        }

        Report(output, "C# did the even ones, the last first", queue);

        Ptr<Job> urgent = pool.Allocate();
        urgent.Value.Number = 100;
        queue.Value.Pending.AddFirst(urgent);
        Report(output, "C# added one of its own in front", queue);

        NativeQueue.Finish(queue, NativeQueue.Take(queue));
        Report(output, "C took the first and did it", queue);

        Job.InQueueLink.Unlink(urgent);
        pool.Free(urgent);
        Report(output, "C# unlinked its own and freed it", queue);

        Ptr<Job> last = queue.Value.Pending.Last.OrThrow();
        NativeQueue.Cancel(last);
        NativeQueue.DestroyJob(last);
        Report(output, "C cancelled the last and freed it", queue);

        foreach (Ptr<Job> job in queue.Value.Done.Drain())
        {
            NativeQueue.DestroyJob(job);
        }

        Report(output, "C# drained what is done back to C", queue);
        NativeQueue.Destroy(queue);
    }

    private static void WorkOnAListOfCSharp(TextWriter output)
    {
        var memory = default(WorkQueue);
        Ptr<WorkQueue> queue = &memory;
        Report(output, "C# made a queue: zeroed heads", queue);

        for (int number = 1; number <= 3; number++)
        {
            NativeQueue.Submit(queue, Made(NativeQueue.CreateJob(number)));
        }

        Report(output, "C submitted jobs", queue);

        Ptr<Job> taken = Made(NativeQueue.Take(queue));
        queue.Value.Pending.AddLast(taken);
        Report(output, "C took one, C# put it at the back", queue);

        while (queue.Value.Pending.TryRemoveLast(out Ptr<Job> job))
        {
            NativeQueue.DestroyJob(job);
        }

        Report(output, "C# removed all", queue);
    }

    private static Ptr<T> Made<[AddressStable] T>(T* pointer)
        where T : unmanaged => pointer != null ? pointer : throw new OutOfMemoryException();

    private static void Report(TextWriter output, string step, Ptr<WorkQueue> queue) =>
        output.WriteLine($"{step,-40}  pending: {Spelled(BothSides.Pending(queue)),-14}  done: {Spelled(BothSides.Done(queue))}".TrimEnd());

    private static string Spelled(int[] numbers) => numbers.Length == 0 ? "none" : string.Join(' ', numbers);
}
