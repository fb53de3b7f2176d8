namespace IntrusiveLists.Tests.Locks;

public partial struct JobList
{
    public ListLock Lock;

    [Contains(typeof(Job), nameof(Job.Node))]
    private ListHead _jobs;
}
