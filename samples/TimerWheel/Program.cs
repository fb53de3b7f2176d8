using System;
using System.IO;
using IntrusiveLists;
using Samples;

namespace TimerWheel;

/// <summary>Compares timers on a hierarchical wheel with timers in a priority queue.</summary>
internal static class Program
{
    /// <summary>Runs the program.</summary>
    /// <returns>The exit code.</returns>
    internal static int Run(string[] arguments, Progress progress, TextWriter output, TextWriter error)
    {
        var options = Options.Parse(arguments);
        if (options.ShowHelp)
        {
            output.Write(Options.Usage);
            return 0;
        }

        var failures = new Failures(error);
        foreach (string mistake in options.Errors)
        {
            failures.AddInput(mistake);
        }

        if (options.Errors.Count == 0)
        {
            var scenario = new Scenario(options.Timers, options.CancelledPercent, options.Seed);
            var comparison = Comparison.Of(scenario, progress);
            Write(output, scenario, comparison);
            if (comparison.FirstDifference is { } place)
            {
                failures.AddDisagreement(FormattableString.Invariant($"wheel and queue differ in the timer that fires in place {place}"));
            }
        }

        return failures.ExitCode;
    }

    private static int Main(string[] arguments)
    {
        var progress = new Progress(Console.IsErrorRedirected ? TextWriter.Null : Console.Error, TimeProvider.System);
        return Run(arguments, progress, Console.Out, Console.Error);
    }

    private static void Write(TextWriter output, Scenario scenario, Comparison comparison)
    {
        if (IntrusiveListSwitches.Hardened)
        {
            output.WriteLine("This build checks the links in every list operation: do not judge by its times. Build with -c Release.");
            output.WriteLine();
        }

        output.WriteLine(FormattableString.Invariant($"{scenario.Count} timers over {scenario.Ticks} ticks: {scenario.CancelledCount} cancelled, {comparison.Fired} fired"));
        output.WriteLine(FormattableString.Invariant($"timer wheel    {comparison.WheelTime,8:F1} ns/timer"));
        output.WriteLine(FormattableString.Invariant($"PriorityQueue  {comparison.QueueTime,8:F1} ns/timer"));
        output.WriteLine(FormattableString.Invariant($"time ratio     {comparison.TimeRatio,8:F2}"));
    }
}
