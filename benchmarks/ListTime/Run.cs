using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Benchmarks;

/// <summary>What one compiler of C# is judged by: its own contenders and the native ones, which are the same for each.</summary>
internal sealed record Run(string Runtime, IReadOnlyList<Result> Results)
{
    /// <summary>Selects from all that was measured what one compiler is judged by.</summary>
    public static Run Of(string compiler, IEnumerable<Result> results) => new(
        compiler,
        [.. results.Select(result => result with { Timings = [.. result.Timings.Where(timing => timing.Compiler == null || timing.Compiler == compiler)] })]);
}
