namespace IntrusiveLists;

/// <summary>
/// What a free slot holds: the links of the lists of free slots.
/// </summary>
internal unsafe struct FreeSlot
{
    /// <summary>The next slot of the same magazine.</summary>
    public FreeSlot* Next;

    /// <summary>The next full magazine of the depot. Meaningful in the top slot of a full magazine only.</summary>
    public FreeSlot* NextMagazine;
}
