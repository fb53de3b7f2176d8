namespace IntrusiveLists.Benchmarks;

/// <summary>The keys along the list.</summary>
internal enum KeyPattern
{
    Random,
    Sorted,
    Reversed,
    FewDistinct,
}
