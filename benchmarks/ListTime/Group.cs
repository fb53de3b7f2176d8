namespace IntrusiveLists.Benchmarks;

/// <summary>What a workload is about: what it is judged with, and where it is shown.</summary>
internal enum Group
{
    Lists,
    Sorts,
    SmallSorts,
    Pool,
    Collection,
}
