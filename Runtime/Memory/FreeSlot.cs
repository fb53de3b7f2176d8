namespace IntrusiveLists;

/// <summary>
/// What a free slot holds: the links of the stacks of free slots.
/// </summary>
internal unsafe struct FreeSlot
{
    /// <summary>The slot below this one in its stack, one of the <see cref="Lanes"/> of a magazine, or null.</summary>
    public FreeSlot* Next;

    /// <summary>The top of the same stack in the next full magazine of the depot. Meaningful in the tops of a full magazine only.</summary>
    public FreeSlot* NextMagazine;
}
