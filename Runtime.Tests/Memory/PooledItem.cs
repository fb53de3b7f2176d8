namespace IntrusiveLists.Tests.Memory;

/// <summary>An element that can be on two lists.</summary>
public partial struct PooledItem
{
    public long Stamp;
    public ListNode First;
    public ListNode Second;
}
