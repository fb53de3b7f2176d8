using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using IntrusiveLists;
using Samples;

namespace LruCache;

/// <summary>Replays traces on two LRU caches, one over an intrusive list and one over a <see cref="LinkedList{T}"/>, and compares them.</summary>
internal sealed class Program
{
    private const string BuiltInTrace = "words";

    private readonly TraceReader _traces;
    private readonly IReport _report;
    private readonly Failures _failures;
    private readonly Func<Trace, int, Comparison> _compare;

    private Program(TraceReader traces, IReport report, Failures failures, Func<Trace, int, Comparison> compare)
    {
        _traces = traces;
        _report = report;
        _failures = failures;
        _compare = compare;
    }

    private static int Main(string[] arguments)
    {
        using Stream input = Console.OpenStandardInput();
        var progress = new Progress(Console.IsErrorRedirected ? TextWriter.Null : Console.Error, TimeProvider.System);
        var traces = new TraceReader(input, progress);
        return Run(arguments, traces, Console.Out, Console.Error, (trace, capacity) => Benchmark.Compare(trace, capacity, progress));
    }

    /// <summary>Runs the program.</summary>
    /// <returns>The exit code.</returns>
    internal static int Run(string[] arguments, TraceReader traces, TextWriter output, TextWriter error, Func<Trace, int, Comparison> compare)
    {
        var options = Options.Parse(arguments);
        if (options.ShowHelp)
        {
            output.Write(Options.Usage);
            return 0;
        }

        var failures = new Failures(error);
        IReport report = options.Json ? new JsonReport(output) : new TextReport(output, IntrusiveListSwitches.Hardened);
        new Program(traces, report, failures, compare).Run(options);
        return failures.ExitCode;
    }

    private void Run(Options options)
    {
        foreach (string mistake in options.Errors)
        {
            _failures.AddInput(mistake);
        }

        if (options.Traces.Count == 0)
        {
            Run(new Trace(BuiltInTrace, EmbeddedText.Read().SelectMany(text => text.Words)), options.Capacities);
        }

        foreach (string path in options.Traces)
        {
            if (TryRead(path) is { } trace)
            {
                Run(trace, options.Capacities);
            }
        }
    }

    private void Run(Trace trace, IReadOnlyList<int> capacities)
    {
        foreach (int capacity in capacities)
        {
            Comparison comparison = _compare(trace, capacity);
            if (comparison.Agrees)
            {
                _report.Add(comparison);
            }
            else
            {
                _failures.AddDisagreement(FormattableString.Invariant(
                    $"{comparison.Trace}, capacity {comparison.Capacity}: the caches disagree: {comparison.Intrusive.Hits} hits over the intrusive list, {comparison.LinkedList.Hits} over LinkedList<T>"));
            }
        }
    }

    private Trace? TryRead(string path)
    {
        try
        {
            return _traces.Read(path);
        }
        catch (InputException unreadable)
        {
            _failures.AddInput(unreadable.Message);
            return null;
        }
    }
}
