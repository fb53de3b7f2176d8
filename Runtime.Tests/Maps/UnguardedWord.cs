namespace IntrusiveLists.Tests.Maps;

/// <summary>What no map takes: its list has no lock.</summary>
public partial struct UnguardedWord
{
    [Contains(typeof(Posting), nameof(Posting.ByWord))]
    private ListHead _postings;
}
