namespace IntrusiveLists;

/// <summary>
/// The values of a slot's state word.
/// </summary>
internal static class SlotState
{
    /// <summary>The slot is free, or was never used. Zero, so that clearing the words of a new slab initialises them.</summary>
    public const int Free = 0;

    /// <summary>The slot holds an element.</summary>
    public const int Allocated = 1;
}
