using System.Threading;

namespace IntrusiveLists.Tests.Locks;

public sealed partial class ThreadingLockJobQueue
{
    private readonly Lock _lock = new();

    [Contains(typeof(Job), nameof(Job.Node))]
    private readonly PinnedListHead _jobs = new();
}
