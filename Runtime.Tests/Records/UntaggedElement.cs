namespace IntrusiveLists.Tests;

/// <summary>A type that has a node, and no owner.</summary>
public struct UntaggedElement
{
    public long Key;
    public ListNode Node;
}
