using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Samples;
using Xunit;

namespace LruCache.Tests;

public sealed class ProgramTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void HelpPrintsTheUsageAndReplaysNothing()
    {
        Assert.Equal(0, Run("--help", "--wrong", "missing"));
        Assert.Equal(Options.Usage, _output.ToString());
        AssertErrors();
    }

    [Fact]
    public void EveryTraceIsReplayedAtEveryCapacity()
    {
        Assert.Equal(0, Run("--capacity", "1", "--capacity", "2", AddTrace("one"), AddTrace("two")));
        AssertReplayed("one 1", "one 2", "two 1", "two 2");
        AssertErrors();
    }

    [Fact]
    public void WithoutATraceTheBuiltInOneIsReplayed()
    {
        Assert.Equal(0, Run("--capacity", "5"));
        AssertReplayed("words 5");
        AssertErrors();
    }

    [Theory]
    [InlineData("--capacity '0' is not a whole number from 1 to 2147483647", "--capacity", "0")]
    [InlineData("unknown option '--wrong'; --help lists the options", "--wrong")]
    [InlineData("cannot read 'missing': no such file", "missing")]
    [InlineData("cannot read '/': is a directory", "/")]
    public void WhatIsWrongIsReportedAndTheRestReplayed(string error, params string[] wrong)
    {
        Assert.Equal(2, Run([.. wrong, "--capacity", "1", AddTrace("right")]));
        AssertReplayed("right 1");
        AssertErrors(error);
    }

    [Fact]
    public void WithoutARightTraceNothingIsReplayed()
    {
        Assert.Equal(2, Run("missing"));
        AssertReplayed();
    }

    [Fact]
    public void ADisagreementIsReportedInPlaceOfTheFigures()
    {
        Assert.Equal(1, Run(linkedListHits: 4, "--capacity", "1", AddTrace("bad")));
        AssertReplayed();
        AssertErrors("bad, capacity 1: the caches disagree: 3 hits over the intrusive list, 4 over LinkedList<T>");
    }

    [Fact]
    public void ADisagreementOutweighsWrongInput() => Assert.Equal(1, Run(linkedListHits: 4, "--wrong", AddTrace("bad"), "missing"));

    private string AddTrace(string name) => _directory.Add(name, "a\nb\n"u8);

    private int Run(params string[] arguments) => Run(linkedListHits: 3, arguments);

    private int Run(int linkedListHits, params string[] arguments) => Program.Run(
        ["--json", .. arguments],
        new TraceReader(Stream.Null, new Progress(TextWriter.Null, TimeProvider.System)),
        _output,
        _error,
        (trace, capacity) => Comparisons.Create(Path.GetFileName(trace.Name), capacity, hits: 3, linkedListHits: linkedListHits));

    private void AssertReplayed(params string[] expected) =>
        Assert.Equal(expected, Lines(_output).Select(line => JsonDocument.Parse(line).RootElement).Select(row => $"{row.GetProperty("trace")} {row.GetProperty("capacity")}"));

    private void AssertErrors(params string[] expected) => Assert.Equal(expected.Select(error => $"error: {error}"), Lines(_error));

    private static string[] Lines(StringWriter writer) => writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
