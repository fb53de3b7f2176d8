using IntrusiveLists;

namespace StrictAnalysis;

/// <summary>An element.</summary>
public partial struct Job
{
    /// <summary>Its place in a queue.</summary>
    public ListNode Node;
}

/// <summary>An element that is not partial.</summary>
public struct Plain
{
    /// <summary>Its place in a list.</summary>
    public ListNode Node;
}

/// <summary>An owner that is a class.</summary>
public partial class Scheduler
{
    [Contains(typeof(Job), nameof(Job.Node))] private readonly PinnedListHead _jobs = new();
    [Contains(typeof(Plain), nameof(Plain.Node))] private readonly PinnedListHead _plains = new();
}

/// <summary>An owner with a lock.</summary>
public partial struct Word
{
    private ListLock _lock;
    [Contains(typeof(Job), nameof(Job.Node))] private ListHead _jobs;
}

/// <summary>Uses the lists.</summary>
public static class Lists
{
    /// <summary>Counts what it has added.</summary>
    public static int Count()
    {
        using NativePool<Job> pool = new();
        Scheduler scheduler = new();
        Ptr<Job> job = pool.Allocate();
        scheduler.Jobs.AddLast(job);
        int count = scheduler.Jobs.Count();
        scheduler.Jobs.Remove(job);
        pool.Free(job);
        return count;
    }
}
