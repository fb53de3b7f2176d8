namespace IntrusiveLists.Tests;

/// <summary>A null element whose node lies beyond 64 KB.</summary>
public sealed class NullFarItemTests : NullElementTests<FarItem, FarItem.NodeLink>
{
    private readonly Ptr<FarOwner>[] _owners;

    public NullFarItemTests()
        : base(sizeOfOwners: 2 * Arena.SizeOf<FarOwner>())
    {
        _owners = Arena.Allocate<FarOwner>(2);
    }

    protected override IntrusiveList<FarItem, FarItem.NodeLink> List => _owners[0].Value.Items;

    protected override IntrusiveList<FarItem, FarItem.NodeLink> EmptyList => _owners[1].Value.Items;
}
