namespace IntrusiveLists.Benchmarks;

/// <summary>The two lists of a round.</summary>
internal interface IOwner<[AddressStable] T, TLink>
    where T : unmanaged
    where TLink : unmanaged, IListLink<T>
{
    IntrusiveList<T, TLink> First { get; }

    IntrusiveList<T, TLink> Second { get; }
}
