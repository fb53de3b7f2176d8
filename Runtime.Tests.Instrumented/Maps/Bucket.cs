namespace IntrusiveLists.Tests.Maps;

/// <summary>A value of a map.</summary>
public partial struct Bucket
{
    // What the pool writes into a free value lies over the head; poison is behind.
    [Contains(typeof(Entry), nameof(Entry.Node))]
    private ListHead _entries;

    public ListLock Lock;

    /// <summary>The key that it is the value of, set by whoever comes first; 0 before.</summary>
    public int Key;
}
