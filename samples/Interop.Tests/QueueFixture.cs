using System;
using System.Linq;
using IntrusiveLists;
using Xunit;

namespace Interop.Tests;

/// <summary>A queue that C has made, and what both sides have to see in it.</summary>
internal sealed unsafe class QueueFixture(int jobs) : IDisposable
{
    public Ptr<WorkQueue> Queue { get; } = NativeQueue.Create(jobs);

    public static Ptr<Job> CreateJob(int number) => NativeQueue.CreateJob(number);

    public void ExpectPending(params int[] numbers) => Assert.Equal(numbers, BothSides.Pending(Queue));

    public void ExpectDone(params int[] numbers) => Assert.Equal(numbers, BothSides.Done(Queue));

    /// <summary>Returns the pending job with a number.</summary>
    public Ptr<Job> Pending(int number) => Queue.Value.Pending.ToArray().Single(job => job.Value.Number == number);

    public void Dispose() => NativeQueue.Destroy(Queue);
}
