namespace IntrusiveLists.Benchmarks;

/// <summary>The rounds of one contender: nanoseconds for each operation.</summary>
internal sealed record Timing(string Contender, Contract Contract, double[] Rounds, long AllocatedBytes);
