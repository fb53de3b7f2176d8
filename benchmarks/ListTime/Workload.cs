namespace IntrusiveLists.Benchmarks;

/// <summary>A loop that all contenders do alike.</summary>
internal sealed record Workload(Group Group, string Name, string Operation, long Count, long Steps)
{
    /// <summary>Gets whether the order of the list is not the order in memory.</summary>
    public bool Shuffled { get; init; }

    /// <summary>Gets whether the elements are on the list when the round starts.</summary>
    public bool Filled { get; init; } = true;

    /// <summary>Gets the keys along the list.</summary>
    public KeyPattern Keys { get; init; }

    /// <summary>Gets the size of an element in bytes.</summary>
    public int ElementSize { get; init; } = 32;

    /// <summary>Gets how many operations a round is: what its time is divided by.</summary>
    public long Operations { get; init; }
}
