namespace IntrusiveLists.Tests.Locks;

/// <summary>The element of guarded lists.</summary>
public partial struct Job
{
    public int Key;
    public ListNode Node;
}
