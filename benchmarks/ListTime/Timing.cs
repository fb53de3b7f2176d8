namespace IntrusiveLists.Benchmarks;

/// <summary>The rounds of one contender: nanoseconds for each operation.</summary>
internal sealed record Timing(string Contender, Contract Contract, double[] Rounds, long AllocatedBytes)
{
    /// <summary>Gets how the contender was compiled, if that can be done in several ways.</summary>
    public string? Compiler { get; init; }

    /// <summary>Gets in how many rounds of the workload the contender takes part once, from the first on.</summary>
    public int Interval { get; init; } = 1;
}
