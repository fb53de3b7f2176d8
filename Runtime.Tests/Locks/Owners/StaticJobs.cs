using System.Runtime.CompilerServices;

namespace IntrusiveLists.Tests.Locks;

public static partial class StaticJobs
{
    private static ListLock s_lock;

    [FixedAddressValueType]
    [Contains(typeof(Job), nameof(Job.Node))]
    private static ListHead s_jobs;
}
