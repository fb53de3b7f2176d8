using System.Collections.Generic;

namespace IntrusiveLists.Benchmarks;

/// <summary>What was measured, by compiler of C#, and what it says about the targets.</summary>
internal sealed record Summary(
    bool Quick,
    IReadOnlyDictionary<string, string> Machine,
    IReadOnlyList<string> LeftOut,
    IReadOnlyDictionary<string, long> BytesPerElement,
    IReadOnlyList<Target> Targets,
    IReadOnlyList<Run> Runs);
