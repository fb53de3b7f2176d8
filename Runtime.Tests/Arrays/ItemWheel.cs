namespace IntrusiveLists.Tests.Arrays;

/// <summary>An owner of an array of heads, with fields around it.</summary>
public partial struct ItemWheel
{
    public long Before;

    [Contains(typeof(Item), nameof(Item.Node))]
    private ItemSlots _slots;

    public long After;
}
