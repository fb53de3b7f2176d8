namespace IntrusiveLists.Tests.Locks;

public sealed partial class JobQueue
{
    private ListLock _lock;

    [Contains(typeof(Job), nameof(Job.Node))]
    private readonly PinnedListHead _jobs = new();
}
