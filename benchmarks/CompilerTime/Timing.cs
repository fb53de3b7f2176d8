namespace IntrusiveLists.Benchmarks;

/// <summary>The rounds of one contender: milliseconds of processor time for each.</summary>
/// <param name="Contender">Who it was.</param>
/// <param name="Rounds">What its own work took.</param>
/// <param name="Waits">The same with everything that is waited for.</param>
internal sealed record Timing(string Contender, double[] Rounds, double[] Waits);
