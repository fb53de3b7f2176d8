using System.Collections.Generic;
using System.Linq;
using System;

namespace IntrusiveLists.Benchmarks;

/// <summary>The figures that are shown.</summary>
internal static class Statistics
{
    /// <summary>Returns the middle value.</summary>
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>Returns the value that a part of all values lies below.</summary>
    public static double Quantile(IEnumerable<double> values, double part)
    {
        double[] ordered = [.. values.Order()];
        double place = part * (ordered.Length - 1);
        int below = (int)place;
        return below + 1 < ordered.Length ? ordered[below] + ((place - below) * (ordered[below + 1] - ordered[below])) : ordered[below];
    }

    /// <summary>Returns the geometric mean.</summary>
    public static double GeometricMean(IReadOnlyCollection<double> values) => Math.Exp(values.Sum(Math.Log) / values.Count);
}
