namespace IntrusiveLists.Tests.Maps;

/// <summary>What the lists of a word hold; it can be on another list as well.</summary>
public partial struct Posting
{
    public ListNode ByWord;
    public ListNode ByDocument;
    public long Number;
}
