using System;

namespace IntrusiveLists.Tests.Locks;

internal sealed class ClassOwner : GuardedOwner
{
    private readonly JobQueue _queue = new();

    public override void Locked(ListUse use)
    {
        using JobQueue.LockGuard guard = _queue.EnterLock();
        use(guard.Jobs);
    }

    public override void Drain(Func<Ptr<Job>, bool> body)
    {
        foreach (Ptr<Job> job in _queue.DrainJobs())
        {
            if (!body(job))
            {
                break;
            }
        }
    }
}
