using System;

namespace IntrusiveLists.Tests.Locks;

/// <summary>A list of jobs with its lock, whatever owns them.</summary>
internal abstract class GuardedOwner : IDisposable
{
    public delegate void ListUse(IntrusiveList<Job, Job.NodeLink> list);

    /// <summary>Gets whether the thread that has the lock may enter it again.</summary>
    public virtual bool IsReentrant => false;

    /// <summary>Uses the list under its lock.</summary>
    public abstract void Locked(ListUse use);

    /// <summary>Drains the list until the body returns false.</summary>
    public abstract void Drain(Func<Ptr<Job>, bool> body);

    public virtual void Dispose()
    {
    }
}
