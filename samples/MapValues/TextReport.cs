using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace MapValues;

/// <summary>Prints what the threads did.</summary>
internal static class TextReport
{
    /// <summary>Prints the figures.</summary>
    public static void Write(TextWriter output, Figures figures, bool hardened)
    {
        if (hardened)
        {
            output.WriteLine("This build checks the links in every list operation: do not judge by its times. Build with -c Release.");
            output.WriteLine();
        }

        Line(output, "documents", $"{figures.Documents}");
        Line(output, "words", $"{figures.Allocated}, {figures.Words} different");
        Line(output, "threads", $"{figures.Threads}");
        Line(output, "build", $"{figures.BuildWords} words in {figures.BuildTime.TotalMilliseconds:F1} ms, {PerSecond(figures.BuildWords, figures.BuildTime):F0} a second");
        Line(output, "build, query, remove", $"{figures.Allocated - figures.BuildWords} words, {figures.Queries} queries and {figures.Removals} removals in {figures.MixedTime.TotalMilliseconds:F1} ms");
        Line(output, "elements", $"{figures.Allocated} allocated, {figures.Released} freed by removals, the rest in the end");
        Line(output, "left in the index", $"{figures.WordsLeft} words, {figures.Allocated - figures.Released} elements");
        if (figures.Top.Count > 0)
        {
            output.WriteLine();
            WriteTop(output, figures.Top);
        }
    }

    private static void WriteTop(TextWriter output, IReadOnlyList<KeyValuePair<string, int>> top)
    {
        int width = top.Max(word => word.Key.Length);
        foreach (KeyValuePair<string, int> word in top)
        {
            output.WriteLine(FormattableString.Invariant($"{word.Key.PadRight(width)} {word.Value,8}"));
        }
    }

    private static void Line(TextWriter output, string name, FormattableString value) => output.WriteLine($"{name,-22}{FormattableString.Invariant(value)}");

    private static double PerSecond(long count, TimeSpan time) => time > TimeSpan.Zero ? count / time.TotalSeconds : 0;
}
