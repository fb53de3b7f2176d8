namespace IntrusiveLists.Tests.Maps;

/// <summary>What the lists of a map's values hold.</summary>
public partial struct Entry
{
    // What the pool writes into a free element lies over the node; poison is behind.
    public ListNode Node;

    /// <summary>The key of the value that it was allocated for.</summary>
    public long Stamp;
}
