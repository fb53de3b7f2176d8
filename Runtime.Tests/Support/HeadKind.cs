namespace IntrusiveLists.Tests;

/// <summary>Where a head lies, and what was done to it before the test.</summary>
public enum HeadKind
{
    /// <summary>In a struct in native memory, never touched.</summary>
    Zeroed,

    /// <summary>In a struct in native memory, after an element was added and removed.</summary>
    Initialized,

    /// <summary>In native memory that a class owns, never touched.</summary>
    Pinned,
}
