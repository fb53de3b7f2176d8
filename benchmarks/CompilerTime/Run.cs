using System.Collections.Generic;

namespace IntrusiveLists.Benchmarks;

/// <summary>What one process has measured.</summary>
/// <param name="Machine">Where it ran.</param>
/// <param name="Quick">Whether it took few rounds.</param>
/// <param name="StepsAfterEdit">The steps that run again after an unrelated edit, by the number of heads.</param>
/// <param name="Results">The times.</param>
/// <param name="Lines">The sizes of the programs that were analysed.</param>
/// <param name="Each">The milliseconds of each analyzer.</param>
internal sealed record Run(
    IReadOnlyDictionary<string, string> Machine,
    bool Quick,
    IReadOnlyDictionary<int, int> StepsAfterEdit,
    IReadOnlyList<Result> Results,
    IReadOnlyDictionary<string, int> Lines,
    IReadOnlyList<KeyValuePair<string, double>> Each);
