using System;
using System.Collections.Generic;
using System.Linq;
using IntrusiveLists;

namespace Interop;

/// <summary>What the two sides see of a list, in both directions.</summary>
internal static unsafe class BothSides
{
    /// <summary>Returns the numbers of the pending jobs, front to back.</summary>
    /// <exception cref="InvalidOperationException">The sides do not see the same.</exception>
    public static int[] Pending(Ptr<WorkQueue> queue) => Agreed(queue.Value.Pending, (byte*)queue.Pointer + NativeQueue.PendingOffset());

    /// <summary>Returns the numbers of the jobs that are done, front to back.</summary>
    /// <exception cref="InvalidOperationException">The sides do not see the same.</exception>
    public static int[] Done(Ptr<WorkQueue> queue) => Agreed(queue.Value.Done, (byte*)queue.Pointer + NativeQueue.DoneOffset());

    private static int[] Agreed(IntrusiveList<Job, Job.InQueueLink> list, byte* head)
    {
        // First, as it ends whatever the links are.
        int[] inC = SeenByC(head, backwards: false);
        int[] inCBackwards = SeenByC(head, backwards: true);
        var forwards = new List<int>();
        foreach (Ptr<Job> job in list)
        {
            forwards.Add(job.Value.Number);
        }

        var backwards = new List<int>();
        foreach (Ptr<Job> job in list.Reversed())
        {
            backwards.Add(job.Value.Number);
        }

        Compare("forwards in C and in C#", inC, forwards);
        Compare("backwards in C and in C#", inCBackwards, backwards);
        Compare("forwards and backwards", forwards, Enumerable.Reverse(backwards));
        return [.. forwards];
    }

    private static int[] SeenByC(byte* head, bool backwards)
    {
        int count = NativeQueue.Numbers(head, backwards ? 1 : 0, null, 0);
        if (count < 0)
        {
            throw new InvalidOperationException("C found a link that does not point back.");
        }

        int[] numbers = new int[count];
        fixed (int* first = numbers)
        {
            NativeQueue.Numbers(head, backwards ? 1 : 0, first, count);
        }

        return numbers;
    }

    private static void Compare(string what, IEnumerable<int> left, IEnumerable<int> right)
    {
        if (!left.SequenceEqual(right))
        {
            throw new InvalidOperationException($"The jobs differ {what}: {string.Join(' ', left)}; {string.Join(' ', right)}");
        }
    }
}
