using IntrusiveLists;

namespace Scheduling;

public enum State : byte
{
    Ready,
    Waiting,
    Done,
}

public partial struct Job
{
    public int Priority;
    public State State;
    public ListNode Queue;
    internal ListNode AllJobs;
}

/// <summary>Several heads over one node: a job is in one queue at a time.</summary>
public partial struct Scheduler
{
    [Contains(typeof(Job), nameof(Job.Queue))] private ListHead _ready;
    [Contains(typeof(Job), nameof(Job.Queue))] private ListHead _waiting;
    [Contains(typeof(Job), nameof(Job.Queue), Name = "Finished")] private ListHead _done;
    [Contains(typeof(Job), nameof(Job.AllJobs))] internal ListHead Jobs;

    public void Submit(Ptr<Job> job)
    {
        JobsList.AddLast(job);
        Ready.AddLast(job);
    }

    public void Wait(Ptr<Job> job)
    {
        job.Value.State = State.Waiting;
        Waiting.MoveToLast(job);
    }

    public void WakeAll()
    {
        foreach (Ptr<Job> job in Waiting)
        {
            job.Value.State = State.Ready;
        }

        Ready.SpliceLast(Waiting);
        Ready.Sort(static (left, right) => left.Value.Priority.CompareTo(right.Value.Priority));
    }

    public bool RunOne()
    {
        if (!Ready.TryRemoveFirst(out Ptr<Job> job))
        {
            return false;
        }

        job.Value.State = State.Done;
        Finished.AddLast(job);
        return true;
    }

    public readonly bool IsIdle => _ready.IsEmpty && _waiting.IsEmpty;

    public int Forget()
    {
        IntrusiveList<Job, Job.AllJobsLink> jobs = JobsList;
        Finished.Clear();
        return jobs.RemoveWhere(job => job.Value.State == State.Done);
    }
}
