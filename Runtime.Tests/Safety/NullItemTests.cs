namespace IntrusiveLists.Tests;

/// <summary>A null element whose node lies in the first page, where the processor faults.</summary>
public sealed class NullItemTests : NullElementTests<Item, Item.NodeLink>
{
    private readonly Ptr<Owner>[] _owners;

    public NullItemTests()
        : base(sizeOfOwners: 2 * Arena.SizeOf<Owner>())
    {
        _owners = Arena.Allocate<Owner>(2);
    }

    protected override IntrusiveList<Item, Item.NodeLink> List => _owners[0].Value.Items;

    protected override IntrusiveList<Item, Item.NodeLink> EmptyList => _owners[1].Value.Items;
}
