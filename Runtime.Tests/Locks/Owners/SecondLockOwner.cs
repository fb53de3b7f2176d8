using System;

namespace IntrusiveLists.Tests.Locks;

internal sealed class SecondLockOwner : GuardedOwner
{
    private readonly TwoLockJobQueue _queue = new();

    public override void Locked(ListUse use)
    {
        using TwoLockJobQueue.LockGuard guard = _queue.EnterLock();
        use(guard.Running);
    }

    public override void Drain(Func<Ptr<Job>, bool> body)
    {
        foreach (Ptr<Job> job in _queue.DrainRunning())
        {
            if (!body(job))
            {
                break;
            }
        }
    }
}
