using IntrusiveLists;

public struct Untagged
{
    public ListNode Node;
}
