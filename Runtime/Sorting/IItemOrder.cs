namespace IntrusiveLists;

/// <summary>
/// An order of items that are one word each: addresses of nodes, or indexes.
/// </summary>
internal interface IItemOrder
{
    /// <summary>Returns whether the first item comes after the second: they are in the wrong order, and not equal.</summary>
    bool IsAfter(nint first, nint second);

    /// <summary>Says that an item will be compared soon. It may be no item at all.</summary>
    void Prefetch(nint item);
}
