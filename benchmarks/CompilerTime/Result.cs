using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Benchmarks;

/// <summary>What the contenders needed for one workload.</summary>
internal sealed record Result(string Part, string Workload, IReadOnlyList<Timing> Timings)
{
    /// <summary>Returns the milliseconds that a contender needed in the middle round.</summary>
    public double Milliseconds(string contender) => Statistics.Median(Of(contender).Rounds);

    /// <summary>Returns the milliseconds that are waited for a contender's result in the middle round.</summary>
    public double MillisecondsWaited(string contender) => Statistics.Median(Of(contender).Waits);

    /// <summary>Compares the work of two contenders, round by round.</summary>
    public Ratio Compare(string ours, string theirs) => Ratio.Of(Of(ours).Rounds, Of(theirs).Rounds);

    /// <summary>Compares how long the results of two contenders are waited for, round by round.</summary>
    public Ratio CompareWaits(string ours, string theirs) => Ratio.Of(Of(ours).Waits, Of(theirs).Waits);

    private Timing Of(string contender) => Timings.First(timing => timing.Contender == contender);
}
