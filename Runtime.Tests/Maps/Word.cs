namespace IntrusiveLists.Tests.Maps;

/// <summary>A value with a list.</summary>
public partial struct Word
{
    [Contains(typeof(Posting), nameof(Posting.ByWord))]
    private ListHead _postings;

    public ListLock Lock;

    /// <summary>The key, set by the first who uses the value.</summary>
    public int Key;
}
