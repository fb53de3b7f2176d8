namespace IntrusiveLists.Tests.Memory;

/// <summary>An element whose node becomes known after the first pool of it exists, as when the assembly that tags it is loaded later.</summary>
public struct LateItem
{
    public long Stamp;
    public ListNode Node;
}
