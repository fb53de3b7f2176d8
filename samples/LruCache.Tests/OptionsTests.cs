using System;
using Xunit;

namespace LruCache.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void NothingMeansTheBuiltInTraceAndTheDefaultCapacities()
    {
        Options options = Parse("");
        Assert.Empty(options.Traces);
        Assert.Equal([100, 400, 1600], options.Capacities);
        Assert.False(options.Json);
        Assert.False(options.ShowHelp);
        Assert.Empty(options.Errors);
    }

    [Theory]
    [InlineData("--capacity 1 a --json - --capacity 2147483647 b.gz")]
    [InlineData("a - b.gz --json --capacity 1 --capacity 2147483647")]
    public void OptionsAndTracesComeInAnyOrder(string arguments)
    {
        Options options = Parse(arguments);
        Assert.Equal(["a", "-", "b.gz"], options.Traces);
        Assert.Equal([1, int.MaxValue], options.Capacities);
        Assert.True(options.Json);
        Assert.Empty(options.Errors);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("a --wrong -h")]
    public void HelpIsRecognisedAnywhere(string arguments) => Assert.True(Parse(arguments).ShowHelp);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.5")]
    [InlineData("1,000")]
    [InlineData("0x10")]
    [InlineData("ten")]
    [InlineData("2147483648")]
    [InlineData("99999999999999999999")]
    public void ACapacityIsAPositiveInteger(string capacity)
    {
        Options options = Parse($"a --capacity {capacity} --capacity 7 b");
        Assert.Equal([$"--capacity '{capacity}' is not a whole number from 1 to 2147483647"], options.Errors);
        Assert.Equal([7], options.Capacities);
        Assert.Equal(["a", "b"], options.Traces);
    }

    [Theory]
    [InlineData("--json --capacity")]
    [InlineData("--capacity --json")]
    public void ACapacityNeedsANumber(string arguments)
    {
        Options options = Parse(arguments);
        Assert.Equal(["--capacity needs a number"], options.Errors);
        Assert.True(options.Json);
    }

    [Fact]
    public void WrongCapacitiesAreNotReplacedByTheDefault() => Assert.Empty(Parse("--capacity none").Capacities);

    [Theory]
    [InlineData("--jsn")]
    [InlineData("-j")]
    [InlineData("--capacity=5")]
    [InlineData("--")]
    public void AnUnknownOptionIsReported(string option)
    {
        Options options = Parse($"a {option} --json");
        Assert.Equal([$"unknown option '{option}'; --help lists the options"], options.Errors);
        Assert.Equal(["a"], options.Traces);
        Assert.True(options.Json);
    }

    private static Options Parse(string arguments) => Options.Parse(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
