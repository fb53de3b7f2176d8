using System.Collections.Generic;

namespace IntrusiveLists.Benchmarks;

/// <summary>A figure that is to be reached, and what was measured.</summary>
internal sealed record Target(string Name, string Limit, IReadOnlyList<Measurement> Measured);
