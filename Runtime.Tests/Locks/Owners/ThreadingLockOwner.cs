using System;

namespace IntrusiveLists.Tests.Locks;

internal sealed class ThreadingLockOwner : GuardedOwner
{
    private readonly ThreadingLockJobQueue _queue = new();

    public override bool IsReentrant => true;

    public override void Locked(ListUse use)
    {
        using ThreadingLockJobQueue.LockGuard guard = _queue.EnterLock();
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
