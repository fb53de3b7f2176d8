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
    public static IReadOnlyList<Target> Of(Run run) =>
    [
        .. run.StepsAfterEdit.Select(entry => new Target($"{entry.Key} heads: steps behind the transform after an unrelated edit", "0", $"{entry.Value}", entry.Value == 0)),
        .. run.Results.Where(result => result.Part == GeneratorTime.Part).Select(OfGenerator),
        .. run.Results.Where(result => result.Part == AnalyzerTime.Part).Select(OfAnalyzers),
    ];

    // The compiler parses files when they are new, and puts all of them together when it has nothing else to do, whoever wrote them.
    private static Target OfGenerator(Result result)
    {
        bool isAboutFiles = result.Workload.EndsWith(Scenario.Cold, StringComparison.Ordinal) || result.Workload.EndsWith(Scenario.NoChange, StringComparison.Ordinal);
        string control = isAboutFiles ? GeneratorTime.SameText : GeneratorTime.Empty;
        Ratio ratio = result.Compare(GeneratorTime.Ours, control);
        return new Target($"{result.Workload}: generator beside that of {control}", FormattableString.Invariant($"{Generator}"), ratio.ToString(), ratio.Value <= Generator);
    }

    private static Target OfAnalyzers(Result result)
    {
        double limit = result.Workload is Workloads.NotReferenced or Workloads.Referenced ? WithoutLists : WithLists;
        Ratio ratio = result.Compare(AnalyzerTime.WithOurs(AnalyzerTime.Sdk), AnalyzerTime.Sdk);
        return new Target($"{result.Workload}: added by the analyzers", FormattableString.Invariant($"{(limit - 1) * 100:0} %"), ratio.InPercent(), ratio.Value <= limit);
    }
}
