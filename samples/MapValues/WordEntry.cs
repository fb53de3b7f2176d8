using IntrusiveLists;

namespace MapValues;

/// <summary>A value of the map: the occurrences of one word, behind their lock.</summary>
internal partial struct WordEntry
{
    private ListLock _lock;
    [Contains(typeof(Posting), nameof(Posting.ByWord))] private ListHead _postings;
}
