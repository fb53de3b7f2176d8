namespace IntrusiveLists.Tests;

/// <summary>A struct owner, which lies in native memory.</summary>
public partial struct Owner
{
    [Contains(typeof(Item), nameof(Item.Node))]
    internal ListHead _items;

    [Contains(typeof(Item), nameof(Item.Other))]
    internal ListHead _others;
}
