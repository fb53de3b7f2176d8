using System;
using System.Collections.Generic;

namespace IntrusiveLists.Benchmarks;

/// <summary>How long one contender takes beside another in the same round: the median of all rounds, and how far they spread.</summary>
/// <remarks>
/// Not the ratio of two medians: a processor that changes its speed halfway has two times for each contender, and which of them is the median is chance.
/// </remarks>
internal readonly record struct Ratio(double Value, double LowerQuartile, double UpperQuartile)
{
    private const double Quarter = 0.25;

    /// <summary>Compares two contenders of one workload.</summary>
    public static Ratio Of(Timing ours, Timing theirs)
    {
        double[] rounds = [.. Rounds(ours, theirs)];
        return new Ratio(Statistics.Median(rounds), Statistics.Quantile(rounds, Quarter), Statistics.Quantile(rounds, 1 - Quarter));
    }

    public override string ToString() => FormattableString.Invariant($"{Value:0.00} [{LowerQuartile:0.00} to {UpperQuartile:0.00}]");

    // The rounds that both took part in.
    private static IEnumerable<double> Rounds(Timing ours, Timing theirs)
    {
        for (int round = 0; round / ours.Interval < ours.Rounds.Length && round / theirs.Interval < theirs.Rounds.Length; round++)
        {
            if (round % ours.Interval == 0 && round % theirs.Interval == 0)
            {
                yield return ours.Rounds[round / ours.Interval] / theirs.Rounds[round / theirs.Interval];
            }
        }
    }
}
