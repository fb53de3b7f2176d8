namespace IntrusiveLists;

/// <summary>The next node of one of the runs that are merged.</summary>
internal readonly unsafe struct MergeHead(ListNode* node, int run)
{
    public readonly ListNode* Node = node;
    public readonly int Run = run;
}
