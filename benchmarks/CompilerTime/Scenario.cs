using System;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Benchmarks;

/// <summary>What happened since the generator last ran.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Edit">Returns the program afterwards; null where the generator has not run yet.</param>
/// <param name="Repetitions">How many times a round does it: some take too little time to be measured.</param>
internal sealed record Scenario(string Name, Func<HeadProgram, Compilation>? Edit, int Repetitions)
{
    public const string Cold = "cold";

    public const string NoChange = "no change";

    private const int Many = 20;

    public static readonly Scenario[] All =
    [
        new(Cold, null, 1),
        new(NoChange, static program => program.Original, Many),
        new("unrelated edit", static program => program.WithOtherBody(), 1),
        new("head renamed", static program => program.WithHeadRenamed(), 1),
        new("node renamed", static program => program.WithNodeRenamed(), 1),
    ];

    /// <summary>Returns how many times a round of a workload did it.</summary>
    public static int RepetitionsOf(string workload) => Array.Find(All, scenario => workload.EndsWith(scenario.Name, StringComparison.Ordinal))!.Repetitions;
}
