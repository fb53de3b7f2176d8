using System.Collections.Generic;

namespace IntrusiveLists.Benchmarks;

/// <summary>All runs, and what they say about the targets.</summary>
internal sealed record Summary(IReadOnlyList<Target> Targets, IReadOnlyList<Run> Runs);
