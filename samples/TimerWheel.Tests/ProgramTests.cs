using System;
using System.IO;
using Samples;
using Xunit;

namespace TimerWheel.Tests;

public sealed class ProgramTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Theory]
    [InlineData("--timers", "1")]
    [InlineData("--timers", "5000")]
    [InlineData("--timers", "20000", "--cancel", "100", "--seed", "5")]
    [InlineData("--cancel", "1", "--timers", "20000")]
    public void WheelAndQueueAgree(params string[] arguments)
    {
        Assert.Equal(0, Run(arguments));
        Assert.Empty(_error.ToString());
        Assert.Contains("time ratio", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void HelpPrintsTheUsage()
    {
        Assert.Equal(0, Run("--help", "--wrong"));
        Assert.Equal(Options.Usage, _output.ToString());
    }

    [Theory]
    [InlineData("--timers '0' is not a whole number from 1 to 100000000", "--timers", "0")]
    [InlineData("--cancel '101' is not a whole number from 1 to 100", "--cancel", "101")]
    [InlineData("--seed needs a number", "--seed")]
    [InlineData("unknown option 'file'; --help lists the options", "file")]
    public void WhatIsWrongIsReported(string error, params string[] arguments)
    {
        Assert.Equal(2, Run(arguments));
        Assert.Equal($"error: {error}", _error.ToString().TrimEnd());
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public void ADifferenceIsFound()
    {
        Assert.Null(Comparison.Difference([1, 2, 3], [1, 2, 3]));
        Assert.Equal(1, Comparison.Difference([1, 2, 3], [1, 3, 2]));
        Assert.Equal(2, Comparison.Difference([1, 2], [1, 2, 3]));
        Assert.Equal(0, Comparison.Difference([1], []));
    }

    private int Run(params string[] arguments) => Program.Run(arguments, new Progress(TextWriter.Null, TimeProvider.System), _output, _error);
}
