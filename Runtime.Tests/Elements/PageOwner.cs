namespace IntrusiveLists.Tests;

public partial struct PageOwner
{
    [Contains(typeof(PageItem), nameof(PageItem.Node))]
    internal ListHead _items;
}
