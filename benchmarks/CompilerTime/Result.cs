using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Benchmarks;

/// <summary>What the contenders needed for one workload.</summary>
internal sealed record Result(string Part, string Workload, IReadOnlyList<Timing> Timings)
{
    /// <summary>Returns the milliseconds that a contender needed in the middle round.</summary>
    public double Milliseconds(string contender) => Statistics.Median(Of(contender).Rounds);

    /// <summary>Compares two contenders, round by round.</summary>
    public Ratio Compare(string ours, string theirs) => Ratio.Of(Of(ours), Of(theirs));

    private Timing Of(string contender) => Timings.First(timing => timing.Contender == contender);
}
