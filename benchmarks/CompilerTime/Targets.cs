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
            .. Scenario.All.Select(scenario => new Target($"generator, {scenario.Name}", Limit(Generator), [.. Of(scenario, generated).Select(OfGenerator)])),
            .. run.Results.Where(result => result.Part == AnalyzerTime.Part).Select(OfAnalyzers),
        ];
    }

    /// <summary>Returns whether there was more to wait for than the generator.</summary>
    public static bool IsWaitedFor(Result result) => result.Milliseconds(GeneratorTime.Ours) < result.MillisecondsWaited(GeneratorTime.Ours);

    private static IEnumerable<Result> Of(Scenario scenario, Result[] results) => results.Where(result => result.Workload.EndsWith(", " + scenario.Name, StringComparison.Ordinal));

    // Where nothing has changed, there is no more to wait for than the driver.
    private static Measurement OfGenerator(Result result)
    {
        Ratio ratio = result.CompareWaits(GeneratorTime.Ours, GeneratorTime.SameText);
        return new Measurement(FormattableString.Invariant($"{ratio.Value:0.00}"), ratio.Value <= Generator);
    }

    private static Target OfAnalyzers(Result result)
    {
        double limit = result.Workload is Workloads.NotReferenced or Workloads.Referenced ? WithoutLists : WithLists;
        Ratio ratio = result.Compare(AnalyzerTime.WithOurs, AnalyzerTime.Sdk);
        return new Target($"{result.Workload}: added by the analyzers", FormattableString.Invariant($"{(limit - 1) * 100:0} %"), [new Measurement(ratio.InPercent(), ratio.Value <= limit)]);
    }

    private static string Limit(double ratio) => FormattableString.Invariant($"{ratio}");
}
