namespace IntrusiveLists;

/// <summary>
/// Nodes that are linked forward only, the last one to null.
/// </summary>
internal readonly unsafe struct NodeRun(ListNode* first, ListNode* last)
{
    public readonly ListNode* First = first;
    public readonly ListNode* Last = last;

    /// <summary>Gets whether there is no node.</summary>
    public bool IsEmpty => First == null;
}
