namespace IntrusiveLists.Tests.Debugging;

/// <summary>An element.</summary>
public partial struct Part
{
    public int Number;
    public ListNode Node;
}
