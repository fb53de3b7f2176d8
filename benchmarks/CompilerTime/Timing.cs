namespace IntrusiveLists.Benchmarks;

/// <summary>The rounds of one contender: milliseconds of processor time for each.</summary>
internal sealed record Timing(string Contender, double[] Rounds);
