namespace IntrusiveLists.Tests;

/// <summary>A null element whose node straddles the end of the first page.</summary>
public sealed class NullPageItemTests : NullElementTests<PageItem, PageItem.NodeLink>
{
    private readonly Ptr<PageOwner>[] _owners;

    public NullPageItemTests()
        : base(sizeOfOwners: 2 * Arena.SizeOf<PageOwner>())
    {
        _owners = Arena.Allocate<PageOwner>(2);
    }

    protected override IntrusiveList<PageItem, PageItem.NodeLink> List => _owners[0].Value.Items;

    protected override IntrusiveList<PageItem, PageItem.NodeLink> EmptyList => _owners[1].Value.Items;
}
