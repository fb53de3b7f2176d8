using System;

namespace IntrusiveLists.Tests.Locks;

internal sealed class SpinLockOwner : GuardedOwner
{
    private readonly Arena _arena;
    private readonly Ptr<SpinJobList> _list;

    public SpinLockOwner()
    {
        _arena = new Arena(Arena.SizeOf<SpinJobList>());
        _list = _arena.Allocate<SpinJobList>();
    }

    public override void Locked(ListUse use)
    {
        using SpinJobList.LockGuard guard = _list.Value.EnterLock();
        use(guard.Jobs);
    }

    public override void Drain(Func<Ptr<Job>, bool> body)
    {
        foreach (Ptr<Job> job in _list.Value.DrainJobs())
        {
            if (!body(job))
            {
                break;
            }
        }
    }

    public override void Dispose() => _arena.Dispose();
}
