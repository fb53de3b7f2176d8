using System;
using System.IO;

namespace LruCache;

/// <summary>Prints a table for each trace.</summary>
internal sealed class TextReport(TextWriter output) : IReport
{
    private string? _trace;

    /// <inheritdoc/>
    public void Add(Comparison comparison)
    {
        if (_trace != comparison.Trace)
        {
            AddHeading(comparison.Trace);
        }

        output.WriteLine(FormattableString.Invariant(
            $"{comparison.Capacity,10}{comparison.Accesses,10}{comparison.Hits,10}{comparison.Misses,10}{comparison.HitRatio,11:P2}{Format(comparison.Intrusive)}{Format(comparison.LinkedList)}{comparison.TimeRatio,12:F2}"));
    }

    private static string Format(CacheFigures figures) => FormattableString.Invariant($"{figures.NanosecondsPerAccess,12:F1}{figures.BytesPerAccess,10:F1}");

    private void AddHeading(string trace)
    {
        if (_trace != null)
        {
            output.WriteLine();
        }

        _trace = trace;
        output.WriteLine(trace);
        output.WriteLine($"{"",51}{"intrusive list",22}{"LinkedList<T>",22}");
        output.WriteLine($"{"capacity",10}{"accesses",10}{"hits",10}{"misses",10}{"hit ratio",11}{"ns/access",12}{"B/access",10}{"ns/access",12}{"B/access",10}{"time ratio",12}");
    }
}
