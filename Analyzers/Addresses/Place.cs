namespace IntrusiveLists.Analyzers;

/// <summary>
/// Where the value of an expression is.
/// </summary>
internal enum Place
{
    /// <summary>Nowhere yet: a fresh value, which may go anywhere.</summary>
    None,

    /// <summary>Somewhere that may be written to: what is called on it is called there.</summary>
    Writable,

    /// <summary>Somewhere that may only be read: what could write to it is called on a copy.</summary>
    ReadOnly,
}
