namespace IntrusiveLists.Analyzers;

/// <summary>
/// What must not happen to a value because others rely on it. Each bond forbids what the one before it does, and more.
/// </summary>
internal enum Bond
{
    /// <summary>Nothing: the value is like any other.</summary>
    None,

    /// <summary>It must not be copied: it is to be disposed of once.</summary>
    Handle,

    /// <summary>Nor overwritten: threads wait for it. It may move where no thread has it.</summary>
    Identity,

    /// <summary>Nor moved: others hold its address.</summary>
    Address,
}
