using System;
using Xunit;

namespace MapValues.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void NothingMeansTheBuiltInTextsAndSeveralThreads()
    {
        Options options = Parse("");
        Assert.Empty(options.Files);
        Assert.InRange(options.Threads, 2, int.MaxValue);
        Assert.Equal(10, options.Top);
        Assert.Empty(options.Errors);
    }

    [Theory]
    [InlineData("--threads 3 a --top 1 - b.gz")]
    [InlineData("a - --top 1 b.gz --threads 3")]
    public void OptionsAndFilesComeInAnyOrder(string arguments)
    {
        Options options = Parse(arguments);
        Assert.Equal(["a", "-", "b.gz"], options.Files);
        Assert.Equal((3, 1), (options.Threads, options.Top));
        Assert.Empty(options.Errors);
    }

    [Theory]
    [InlineData("--threads 0", "--threads '0' is not a whole number from 1 to 1024")]
    [InlineData("--threads 1025", "--threads '1025' is not a whole number from 1 to 1024")]
    [InlineData("--threads --top 3", "--threads needs a number")]
    [InlineData("--top --threads 2", "--top needs a number")]
    [InlineData("--top -1", "--top '-1' is not a whole number from 1 to 2147483647")]
    [InlineData("--json", "unknown option '--json'; --help lists the options")]
    public void WhatIsWrongIsReported(string arguments, string error)
    {
        Options options = Parse(arguments + " file");
        Assert.Equal([error], options.Errors);
        Assert.Equal(["file"], options.Files);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("a --wrong -h")]
    public void HelpIsRecognisedAnywhere(string arguments) => Assert.True(Parse(arguments).ShowHelp);

    private static Options Parse(string arguments) => Options.Parse(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
