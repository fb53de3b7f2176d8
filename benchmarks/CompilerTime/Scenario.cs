using System;

namespace IntrusiveLists.Benchmarks;

/// <summary>What happened since the generator last ran.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Edit">Returns the program afterwards, which is another one in each round; null where the generator has not run yet.</param>
/// <param name="Repetitions">How many times a round does it: some take too little time to be measured.</param>
/// <param name="IsRequired">Whether the largest program is measured too; the others tell more about what the smaller ones take.</param>
internal sealed record Scenario(string Name, Func<HeadProgram, int, Edit>? Edit, int Repetitions = 1, bool IsRequired = true)
{
    public const string Cold = "cold";

    public const string NoChange = "no change";

    private const int Many = 20;

    public static readonly Scenario[] All =
    [
        new(Cold, null),
        new(NoChange, static (program, _) => new Edit(program.Original, []), Many),
        new("unrelated edit", static (program, round) => program.WithOtherBody(round)),
        new("unrelated declaration", static (program, round) => program.WithOtherMember(round), IsRequired: false),
        new("head renamed", static (program, round) => program.WithHeadRenamed(round)),
        new("node renamed", static (program, round) => program.WithNodeRenamed(round), IsRequired: false),
    ];

    /// <summary>Gets whether there is more to wait for than the generator.</summary>
    public bool IsWaitedFor => Name != NoChange;

    /// <summary>Returns how many times a round of a workload did it.</summary>
    public static int RepetitionsOf(string workload) => Array.Find(All, scenario => workload.EndsWith(scenario.Name, StringComparison.Ordinal))!.Repetitions;
}
