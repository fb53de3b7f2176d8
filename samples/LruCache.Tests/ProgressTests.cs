using System.IO;
using Samples;
using Xunit;

namespace LruCache.Tests;

public sealed class ProgressTests
{
    private readonly StringWriter _terminal = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public void ShortWorkShowsNothing()
    {
        Progress progress = Create();
        _clock.Advance(499);
        progress.Show("working");
        progress.Clear();
        Assert.Equal("", _terminal.ToString());
    }

    [Fact]
    public void LongWorkReplacesTheLineAndRemovesItAtTheEnd()
    {
        Progress progress = Create();
        _clock.Advance(500);
        progress.Show("nearly done");
        progress.Show("too soon");
        _clock.Advance(100);
        progress.Show("done");
        progress.Clear();
        Assert.Equal("\rnearly done\rdone       \r    \r", _terminal.ToString());
    }

    [Fact]
    public void TheNextPieceOfWorkBeginsAnew()
    {
        Progress progress = Create();
        _clock.Advance(500);
        progress.Clear();
        progress.Show("just begun");
        Assert.Equal("", _terminal.ToString());
    }

    [Fact]
    public void ALongLineIsCut()
    {
        Progress progress = Create();
        _clock.Advance(500);
        progress.Show(new string('x', 200));
        Assert.Equal('\r' + new string('x', 79), _terminal.ToString());
    }

    private Progress Create() => new(_terminal, _clock);
}
