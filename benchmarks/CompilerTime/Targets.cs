using System;
using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Benchmarks;

/// <summary>The figures that are to be reached.</summary>
internal static class Targets
{
    private const double Generator = 1.3;
    private const double WithoutLists = 1.02;
    private const double WithLists = 1.15;

    /// <summary>Returns those that a run can answer.</summary>
    public static IReadOnlyList<Target> Of(Run run)
    {
        Result[] generated = [.. run.Results.Where(result => result.Part == GeneratorTime.Part)];
        return
        [
            new Target("steps behind the transform after an unrelated edit", "0", [.. run.StepsAfterEdit.Select(entry => new Measurement($"{entry.Value}", entry.Value == 0))]),
            .. Scenario.All.Select(scenario => new Target($"{scenario.Name}: the generator alone", Limit(Generator), [.. Of(scenario, generated).Select(Alone)])),
            .. Scenario.All.Where(scenario => scenario.IsWaitedFor).Select(scenario => new Target($"{scenario.Name}: until there is a result", Limit(Generator), [.. Of(scenario, generated).Where(IsWaitedFor).Select(Waited)])),
            .. run.Results.Where(result => result.Part == AnalyzerTime.Part).Select(OfAnalyzers),
        ];
    }

    /// <summary>Returns how the generator does beside the control. The compiler puts all files together in each run, whoever wrote them, and has nothing else to do where there is no change.</summary>
    public static Measurement Alone(Result result) => OfGenerator(result.Compare(GeneratorTime.Ours, ControlOf(result)));

    /// <summary>Returns the same with everything that is waited for.</summary>
    public static Measurement Waited(Result result) => OfGenerator(result.CompareWaits(GeneratorTime.Ours, GeneratorTime.SameText));

    private static string ControlOf(Result result) => result.Workload.EndsWith(Scenario.NoChange, StringComparison.Ordinal) ? GeneratorTime.SameText : GeneratorTime.Empty;

    /// <summary>Returns whether rounds came to a result.</summary>
    public static bool IsWaitedFor(Result result) => result.Milliseconds(GeneratorTime.Ours) < result.MillisecondsWaited(GeneratorTime.Ours);

    private static IEnumerable<Result> Of(Scenario scenario, Result[] results) => results.Where(result => result.Workload.EndsWith(", " + scenario.Name, StringComparison.Ordinal));

    private static Measurement OfGenerator(Ratio ratio) => new(FormattableString.Invariant($"{ratio.Value:0.00}"), ratio.Value <= Generator);

    private static Target OfAnalyzers(Result result)
    {
        double limit = result.Workload is Workloads.NotReferenced or Workloads.Referenced ? WithoutLists : WithLists;
        Ratio ratio = result.Compare(AnalyzerTime.WithOurs, AnalyzerTime.Sdk);
        return new Target($"{result.Workload}: added by the analyzers", FormattableString.Invariant($"{(limit - 1) * 100:0} %"), [new Measurement(ratio.InPercent(), ratio.Value <= limit)]);
    }

    private static string Limit(double ratio) => FormattableString.Invariant($"{ratio}");
}
