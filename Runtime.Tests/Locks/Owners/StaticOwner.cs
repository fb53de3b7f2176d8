using System;

namespace IntrusiveLists.Tests.Locks;

internal sealed class StaticOwner : GuardedOwner
{
    public override void Locked(ListUse use)
    {
        using StaticJobs.LockGuard guard = StaticJobs.EnterLock();
        use(guard.Jobs);
    }

    public override void Drain(Func<Ptr<Job>, bool> body)
    {
        foreach (Ptr<Job> job in StaticJobs.DrainJobs())
        {
            if (!body(job))
            {
                break;
            }
        }
    }
}
