namespace IntrusiveLists.Tests.Maps;

#pragma warning disable ILIST011 // As deep as wanted: draining does not mind, and the rule is for those who want to know how deep.

/// <summary>A value that owns a ring, which owns the next one, and so on.</summary>
public partial struct Chain
{
    public ListLock Lock;

    [Contains(typeof(Ring), nameof(Ring.Node))]
    private ListHead _rings;

    public partial struct Ring
    {
        public ListNode Node;
        public long Number;

        [Contains(typeof(Ring), nameof(Node))]
        private ListHead _next;
    }
}
