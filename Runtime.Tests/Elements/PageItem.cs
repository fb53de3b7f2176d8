namespace IntrusiveLists.Tests;

/// <summary>An element whose node straddles the end of the first page: with a null element, the processor faults on the next link only.</summary>
public unsafe partial struct PageItem
{
    public fixed byte Padding[4088];
    public ListNode Node;
}
