using System.Linq;

namespace IntrusiveLists.Benchmarks;

/// <summary>How long one contender takes beside another: the ratio of the medians, and how far the ratios of the single rounds spread.</summary>
internal readonly record struct Ratio(double Value, double LowerQuartile, double UpperQuartile)
{
    private const double Quarter = 0.25;

    /// <summary>Compares two contenders of one workload.</summary>
    public static Ratio Of(Timing ours, Timing theirs)
    {
        double[] rounds = [.. ours.Rounds.Zip(theirs.Rounds, (left, right) => left / right)];
        return new Ratio(
            Statistics.Median(ours.Rounds) / Statistics.Median(theirs.Rounds),
            Statistics.Quantile(rounds, Quarter),
            Statistics.Quantile(rounds, 1 - Quarter));
    }

    public override string ToString() => System.FormattableString.Invariant($"{Value:0.00} [{LowerQuartile:0.00} to {UpperQuartile:0.00}]");
}
