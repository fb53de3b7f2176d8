using System.Collections.Generic;

namespace IntrusiveLists.Benchmarks;

/// <summary>What one process has measured.</summary>
internal sealed record Run(
    string Runtime,
    bool Quick,
    IReadOnlyDictionary<string, string> Machine,
    IReadOnlyList<string> LeftOut,
    IReadOnlyDictionary<string, long> BytesPerElement,
    IReadOnlyList<Result> Results);
