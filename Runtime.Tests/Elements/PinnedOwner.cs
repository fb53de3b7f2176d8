namespace IntrusiveLists.Tests;

/// <summary>A class owner, which the garbage collector moves.</summary>
public sealed partial class PinnedOwner
{
    [Contains(typeof(Item), nameof(Item.Node))]
    internal readonly PinnedListHead _items = new();

    [Contains(typeof(Item), nameof(Item.Other))]
    internal readonly PinnedListHead _others = new();
}
