namespace IntrusiveLists.Tests;

/// <summary>The element of most tests, with a place in two lists.</summary>
public partial struct Item
{
    /// <summary>Which element this is.</summary>
    public int Key;

    /// <summary>What sorting and searching look at; not unique.</summary>
    public int Rank;

    public ListNode Node;
    public ListNode Other;
}
