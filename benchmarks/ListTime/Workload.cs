namespace IntrusiveLists.Benchmarks;

/// <summary>A loop that all contenders do alike.</summary>
internal sealed record Workload(Group Group, string Name, string Operation, long Count, long Steps)
{
    public const string Fill = "fill";
    public const string Nothing = "";

    /// <summary>Gets whether the order of the list is not the order in memory.</summary>
    public bool Shuffled { get; init; }

    /// <summary>Gets what is done before the round starts: as a rule, the elements are put on the list.</summary>
    public string Preparation { get; init; } = Fill;

    /// <summary>Gets the keys along the list.</summary>
    public KeyPattern Keys { get; init; }

    /// <summary>Gets the size of an element in bytes.</summary>
    public int ElementSize { get; init; } = Contenders.SmallSize;

    /// <summary>Gets how many operations a round is: what its time is divided by.</summary>
    public long Operations { get; init; }
}
