using System;
using System.IO;

namespace LruCache;

/// <summary>Prints a table for each trace, after a warning where the times are those of a hardened build.</summary>
internal sealed class TextReport(TextWriter output, bool hardened) : IReport
{
    private const string Units = "   ns/access  B/access";

    private string? _trace;

    /// <inheritdoc/>
    public void Add(Comparison comparison)
    {
        if (_trace != comparison.Trace)
        {
            AddHeading(comparison.Trace);
        }

        string counts = FormattableString.Invariant($"{comparison.Capacity,10}{comparison.Accesses,10}{comparison.Hits,10}{comparison.Misses,10}{comparison.HitRatio,11:P2}");
        string ratio = FormattableString.Invariant($"{comparison.TimeRatio,12:F2}");
        output.WriteLine(counts + Format(comparison.Intrusive) + Format(comparison.LinkedList) + ratio);
    }

    private static string Format(CacheFigures figures) => FormattableString.Invariant($"{figures.NanosecondsPerAccess,12:F1}{figures.BytesPerAccess,10:F1}");

    private void AddHeading(string trace)
    {
        if (_trace != null)
        {
            output.WriteLine();
        }
        else if (hardened)
        {
            output.WriteLine("This build checks the links in every list operation: do not judge by its times. Build with -c Release.");
            output.WriteLine();
        }

        _trace = trace;
        output.WriteLine(trace);
        output.WriteLine($"{"",51}{"intrusive list",22}{"LinkedList<T>",22}");
        output.WriteLine($"{"capacity",10}{"accesses",10}{"hits",10}{"misses",10}{"hit ratio",11}{Units}{Units}{"time ratio",12}");
    }
}
