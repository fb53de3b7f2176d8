namespace IntrusiveLists.Tests;

/// <summary>An element whose node lies beyond 64 KB.</summary>
public unsafe partial struct FarItem
{
    public fixed byte Padding[70_000];
    public ListNode Node;
}
