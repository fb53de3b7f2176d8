namespace IntrusiveLists.Benchmarks;

/// <summary>An element: what the loops look at.</summary>
internal interface IElement
{
    long Key { get; }
}
