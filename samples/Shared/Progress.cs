using System;
using System.IO;

namespace Samples;

/// <summary>A line on a terminal that says what a long piece of work is doing.</summary>
internal sealed class Progress(TextWriter terminal, TimeProvider clock)
{
    private const int Columns = 79;

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private int _shown;
    private long _due = clock.GetTimestamp() + Ticks(Delay, clock);

    /// <summary>Replaces the line, unless the work is still short or the line still new.</summary>
    public void Show(string line)
    {
        if (clock.GetTimestamp() < _due)
        {
            return;
        }

        Write(line.Length > Columns ? line[..Columns] : line);
        _due = clock.GetTimestamp() + Ticks(Interval, clock);
    }

    /// <summary>Removes the line: the piece of work is done.</summary>
    public void Clear()
    {
        if (_shown > 0)
        {
            Write("");
            terminal.Write('\r');
        }

        _due = clock.GetTimestamp() + Ticks(Delay, clock);
    }

    private static long Ticks(TimeSpan time, TimeProvider clock) => (long)(time.TotalSeconds * clock.TimestampFrequency);

    private void Write(string line)
    {
        terminal.Write('\r' + line.PadRight(_shown));
        _shown = line.Length;
    }
}
