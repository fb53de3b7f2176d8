namespace IntrusiveLists.Tests.Locks;

/// <summary>An owner with a lock for each list.</summary>
public sealed partial class TwoLockJobQueue
{
    private readonly object _gate = new();
    private ListLock _lock;

    [Contains(typeof(Job), nameof(Job.Node), Lock = nameof(_gate))]
    private readonly PinnedListHead _waiting = new();

    [Contains(typeof(Job), nameof(Job.Node), Lock = nameof(_lock))]
    private readonly PinnedListHead _running = new();
}
