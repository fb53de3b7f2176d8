using System.Collections.Generic;
using System.Collections.Immutable;

namespace IntrusiveLists.Benchmarks;

/// <summary>What one process has measured.</summary>
/// <param name="Machine">Where it ran.</param>
/// <param name="Quick">Whether it took few rounds.</param>
/// <param name="IsFinished">Whether it has measured everything.</param>
/// <param name="StepsAfterEdit">The steps that run again after an unrelated edit, by the number of heads.</param>
/// <param name="Results">The times.</param>
/// <param name="Lines">The sizes of the programs that were analysed.</param>
/// <param name="Each">The milliseconds of each analyzer.</param>
internal sealed record Run(
    IReadOnlyDictionary<string, string> Machine,
    bool Quick,
    bool IsFinished,
    ImmutableSortedDictionary<int, int> StepsAfterEdit,
    ImmutableArray<Result> Results,
    ImmutableDictionary<string, int> Lines,
    ImmutableArray<KeyValuePair<string, double>> Each);
