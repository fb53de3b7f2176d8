namespace IntrusiveLists.Tests.Maps;

/// <summary>Something else that has postings, outside of all maps.</summary>
public partial struct Document
{
    [Contains(typeof(Posting), nameof(Posting.ByDocument))]
    private ListHead _postings;
}
