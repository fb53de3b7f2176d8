using System;
using System.IO;
using System.Text;
using Samples;
using Xunit;

namespace MapValues.Tests;

public sealed class ProgramTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Fact]
    public void HelpPrintsTheUsageAndIndexesNothing()
    {
        Assert.Equal(0, Run("", "--help", "--wrong"));
        Assert.Equal(Options.Usage, _output.ToString());
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public void StandardInputIsIndexed()
    {
        Assert.Equal(0, Run("one two two\nthree three three\n", "-", "--threads", "2", "--top", "1"));
        Assert.Contains("6, 3 different", _output.ToString(), StringComparison.Ordinal);
        Assert.Empty(_error.ToString());
    }

    [Theory]
    [InlineData("--top '0' is not a whole number from 1 to 2147483647", "--top", "0")]
    [InlineData("unknown option '--wrong'; --help lists the options", "--wrong")]
    [InlineData("cannot read 'missing': no such file", "missing")]
    [InlineData("cannot read '/': is a directory", "/")]
    public void WhatIsWrongIsReportedAndTheRestIndexed(string error, params string[] wrong)
    {
        Assert.Equal(2, Run("word", [.. wrong, "-"]));
        Assert.Equal($"error: {error}", _error.ToString().TrimEnd());
        Assert.Contains("1, 1 different", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutARightFileNothingIsIndexed()
    {
        Assert.Equal(2, Run("", "missing"));
        Assert.Empty(_output.ToString());
    }

    private int Run(string input, params string[] arguments)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        return Program.Run(arguments, stream, new Progress(TextWriter.Null, TimeProvider.System), _output, _error);
    }
}
