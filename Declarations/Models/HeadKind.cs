namespace IntrusiveLists.Declarations;

/// <summary>
/// What a head is as a field.
/// </summary>
internal enum HeadKind
{
    /// <summary>A <c>ListHead</c>.</summary>
    Head,

    /// <summary>A <c>PinnedListHead</c>.</summary>
    Pinned,

    /// <summary>An inline array of <c>ListHead</c>.</summary>
    Array,
}
