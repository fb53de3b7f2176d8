using System.Threading;

namespace IntrusiveLists.Tests.Locks;

public partial struct SpinJobList
{
    private SpinLock _spin;

    [Contains(typeof(Job), nameof(Job.Node))]
    private ListHead _jobs;
}
