namespace IntrusiveLists.Benchmarks;

/// <summary>The heads of two lists of <see cref="LargeElement"/>.</summary>
internal partial struct LargeOwner : IOwner<LargeElement, LargeElement.NodeLink>
{
    [Contains(typeof(LargeElement), nameof(LargeElement.Node))] private ListHead _list;
    [Contains(typeof(LargeElement), nameof(LargeElement.Node))] private ListHead _other;

    IntrusiveList<LargeElement, LargeElement.NodeLink> IOwner<LargeElement, LargeElement.NodeLink>.First => List;

    IntrusiveList<LargeElement, LargeElement.NodeLink> IOwner<LargeElement, LargeElement.NodeLink>.Second => Other;
}
