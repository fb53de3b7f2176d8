namespace IntrusiveLists.Benchmarks;

/// <summary>The heads of two lists of <see cref="SmallElement"/>.</summary>
internal partial struct SmallOwner : IOwner<SmallElement, SmallElement.NodeLink>
{
    [Contains(typeof(SmallElement), nameof(SmallElement.Node))] private ListHead _list;
    [Contains(typeof(SmallElement), nameof(SmallElement.Node))] private ListHead _other;

    IntrusiveList<SmallElement, SmallElement.NodeLink> IOwner<SmallElement, SmallElement.NodeLink>.First => List;

    IntrusiveList<SmallElement, SmallElement.NodeLink> IOwner<SmallElement, SmallElement.NodeLink>.Second => Other;
}
