namespace IntrusiveLists.Tests;

public partial struct FarOwner
{
    [Contains(typeof(FarItem), nameof(FarItem.Node))]
    internal ListHead _items;
}
