namespace IntrusiveLists.Tests.Maps;

#pragma warning disable ILIST011 // A chain as deep as a test wants it: draining does not mind.

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
