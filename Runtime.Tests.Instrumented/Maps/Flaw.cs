namespace IntrusiveLists.Tests.Maps;

/// <summary>What a map that is written in haste gets wrong.</summary>
public enum Flaw
{
    /// <summary>Nothing: what is found with a flaw is due to it.</summary>
    None,

    /// <summary>Removal frees the value at once, whoever uses it.</summary>
    RemovalFrees,

    /// <summary>A look-up raises the count of what it found, even from 0.</summary>
    RaisesFromZero,

    /// <summary>A new value is counted for its creator only after it can be found.</summary>
    CountsAfterAdding,

    /// <summary>Removal looks the value up and then removes the key, and gives up what it saw.</summary>
    RemovesByKey,

    /// <summary>An addition looks whether the map is disposed only before.</summary>
    LooksBeforeAdding,

    /// <summary>The enumeration does not count itself as a user.</summary>
    EnumeratesUncounted,
}
