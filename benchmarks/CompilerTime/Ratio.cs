using System;
using System.Linq;

namespace IntrusiveLists.Benchmarks;

/// <summary>How long one contender takes beside another: the median of the ratios of the rounds, and their quartiles.</summary>
internal readonly record struct Ratio(double Value, double LowerQuartile, double UpperQuartile)
{
    private const double Quarter = 0.25;

    /// <summary>Compares the rounds of two contenders.</summary>
    public static Ratio Of(double[] ours, double[] theirs)
    {
        double[] rounds = [.. ours.Zip(theirs, (left, right) => left / right)];
        return new Ratio(Statistics.Median(rounds), Statistics.Quantile(rounds, Quarter), Statistics.Quantile(rounds, 1 - Quarter));
    }

    /// <summary>Returns by how many percent the one takes longer.</summary>
    public string InPercent() => FormattableString.Invariant($"{Percent(Value):0.0} % [{Percent(LowerQuartile):0.0} to {Percent(UpperQuartile):0.0}]");

    public override string ToString() => FormattableString.Invariant($"{Value:0.00} [{LowerQuartile:0.00} to {UpperQuartile:0.00}]");

    private static double Percent(double ratio) => (ratio - 1) * 100;
}
