using System;

namespace IntrusiveLists.Tests.Locks;

internal sealed class StructOwner : GuardedOwner
{
    private readonly Arena _arena;
    private readonly Ptr<JobList> _list;

    public StructOwner()
    {
        _arena = new Arena(Arena.SizeOf<JobList>());
        _list = _arena.Allocate<JobList>();
    }

    public override void Locked(ListUse use)
    {
        using JobList.LockGuard guard = _list.Value.EnterLock();
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
