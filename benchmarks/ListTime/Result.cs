using System.Collections.Generic;

namespace IntrusiveLists.Benchmarks;

/// <summary>What the contenders needed for one workload.</summary>
internal sealed record Result(Group Group, string Workload, int ElementSize, IReadOnlyList<Timing> Timings);
