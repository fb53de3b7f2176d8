namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// What typing does to a file.
/// </summary>
public enum Mutation
{
    /// <summary>The file ends after a token.</summary>
    Truncation,

    /// <summary>A token is missing.</summary>
    Deletion,

    /// <summary>A token stands twice.</summary>
    Duplication,
}
