using System;
using System.Linq;

namespace IntrusiveLists.Benchmarks;

/// <summary>How long one contender takes beside another: the ratio of the medians, and how far the ratios of the single rounds spread.</summary>
internal readonly record struct Ratio(double Value, double LowerQuartile, double UpperQuartile)
{
    private const double Quarter = 0.25;

    /// <summary>Compares two contenders of one workload.</summary>
    public static Ratio Of(Timing ours, Timing theirs)
    {
        // Who takes part in every third round only has the first, the fourth and so on.
        int common = Math.Min(ours.Rounds.Length, theirs.Rounds.Length);
        double[] rounds = [.. Enumerable.Range(0, common).Select(round => RoundOf(ours, round, common) / RoundOf(theirs, round, common))];
        return new Ratio(
            Statistics.Median(ours.Rounds) / Statistics.Median(theirs.Rounds),
            Statistics.Quantile(rounds, Quarter),
            Statistics.Quantile(rounds, 1 - Quarter));
    }

    private static double RoundOf(Timing timing, int round, int common) => timing.Rounds[round * timing.Rounds.Length / common];

    public override string ToString() => FormattableString.Invariant($"{Value:0.00} [{LowerQuartile:0.00} to {UpperQuartile:0.00}]");
}
