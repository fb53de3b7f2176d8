using IntrusiveLists;

namespace MapValues;

/// <summary>One occurrence of a word: an element of the word's list.</summary>
internal partial struct Posting
{
    public ListNode ByWord;

    /// <summary>The number of the word.</summary>
    public int Word;

    /// <summary>The number of the document in which it occurs.</summary>
    public int Document;
}
