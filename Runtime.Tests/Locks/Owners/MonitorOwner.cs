using System;

namespace IntrusiveLists.Tests.Locks;

internal sealed class MonitorOwner : GuardedOwner
{
    private readonly TwoLockJobQueue _queue = new();

    public override bool IsReentrant => true;

    public override void Locked(ListUse use)
    {
        using TwoLockJobQueue.GateGuard guard = _queue.EnterGate();
        use(guard.Waiting);
    }

    public override void Drain(Func<Ptr<Job>, bool> body)
    {
        foreach (Ptr<Job> job in _queue.DrainWaiting())
        {
            if (!body(job))
            {
                break;
            }
        }
    }
}
