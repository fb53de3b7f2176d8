namespace IntrusiveLists.Analyzers;

/// <summary>
/// What becomes of a value that must be disposed of, where statements are executed.
/// </summary>
internal enum Fate
{
    /// <summary>Its variable has it still.</summary>
    Kept,

    /// <summary>It is disposed of, or certainly will be.</summary>
    Disposed,

    /// <summary>Something may leave or throw without it, or replaces it.</summary>
    Lost,
}
