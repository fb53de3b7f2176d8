namespace IntrusiveLists.Tests.Memory;

/// <summary>A list for each node of <see cref="PooledItem"/>.</summary>
public partial struct PooledItemLists
{
    [Contains(typeof(PooledItem), nameof(PooledItem.First))] private ListHead _byFirst;
    [Contains(typeof(PooledItem), nameof(PooledItem.Second))] private ListHead _bySecond;
}
