using System;
using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Generator;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Benchmarks;

/// <summary>
/// Measures the generator beside one that does nothing, and one that adds the same files without having to write them.
/// </summary>
internal static class GeneratorTime
{
    public const string Part = "generator";
    public const string Ours = "ours";
    public const string Empty = "empty";
    public const string SameText = "same text";

    // The tracking name of the generator's first step.
    private const string Transform = "Tags";

    /// <summary>Goes through all scenarios on a small program, so that everything has been compiled.</summary>
    public static void WarmUp() => _ = Measure(new HeadProgram(Sources.HeadsInGroup), Sources.HeadsInGroup, quick: true).Count();

    /// <summary>Measures each scenario on a program with a number of heads.</summary>
    public static IEnumerable<Result> Measure(HeadProgram program, int heads, bool quick)
    {
        IReadOnlyList<GeneratedSourceResult> files = Programs.Driver(new ListGenerator()).RunGenerators(program.Original).GetRunResult().Results.Single().GeneratedSources;
        (string Name, IIncrementalGenerator Generator)[] generators = [(Ours, new ListGenerator()), (Empty, new EmptyGenerator([])), (SameText, new EmptyGenerator(files))];

        // Each starts its edits from the same program, which it has seen.
        (string Name, GeneratorDriver New, GeneratorDriver Started)[] drivers =
            [.. generators.Select(entry => (entry.Name, Programs.Driver(entry.Generator), Programs.Driver(entry.Generator).RunGenerators(program.Original)))];
        return
            from scenario in Workloads.ScenariosOf(heads)
            let contenders = drivers.Select(driver => scenario.Edit is { } edit
                ? Editing(driver.Name, driver.Started, program, scenario, edit)
                : Starting(driver.Name, driver.New, program))
            select Turns.Take(Part, $"{heads} heads, {scenario.Name}", Workloads.GeneratorRounds(scenario, heads, quick), [.. contenders]);
    }

    /// <summary>Returns how many steps behind the transform of a tag run again after an edit elsewhere.</summary>
    public static int CountStepsAfterEdit(HeadProgram program)
    {
        GeneratorDriver driver = Programs.Driver(new ListGenerator(), trackSteps: true).RunGenerators(program.Original).RunGenerators(program.WithOtherBody(round: 0).Program);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        IncrementalGeneratorRunStep[] tags = [.. result.TrackedSteps[Transform]];
        var behind = new Dictionary<IncrementalGeneratorRunStep, bool>();
        IEnumerable<IncrementalGeneratorRunStep> outputs = result.TrackedOutputSteps.Values.SelectMany(steps => steps);
        if (tags.Length == 0 || !outputs.Any(output => IsBehind(output, tags, behind)))
        {
            throw new InvalidOperationException("No step is behind the transform of a tag.");
        }

        foreach (IncrementalGeneratorRunStep output in outputs)
        {
            IsBehind(output, tags, behind);
        }

        return behind.Count(entry => entry.Value && entry.Key.Outputs.Any(made => made.Reason != IncrementalStepRunReason.Cached));
    }

    private static bool IsBehind(IncrementalGeneratorRunStep step, IncrementalGeneratorRunStep[] tags, Dictionary<IncrementalGeneratorRunStep, bool> known)
    {
        if (!known.TryGetValue(step, out bool isBehind))
        {
            // All inputs, so that each of them is known afterwards.
            isBehind = step.Inputs.Count(input => Array.IndexOf(tags, input.Source) >= 0 || IsBehind(input.Source, tags, known)) > 0;
            known.Add(step, isBehind);
        }

        return isBehind;
    }

    // A build waits for everything that there is to say about the program.
    private static Contender Starting(string name, GeneratorDriver driver, HeadProgram program) => new(name, _ =>
    {
        Compilation fresh = Programs.Fresh(program.Original);
        GeneratorDriver ran = driver;
        return new Work(() => ran = driver.RunGenerators(fresh), HasProgram(name) ? () => WithGenerated(fresh, ran).GetDiagnostics() : null);
    });

    // Each edit follows upon that of the round before. An editor waits for what there is to say about the files that were edited.
    private static Contender Editing(string name, GeneratorDriver driver, HeadProgram program, Scenario scenario, Func<HeadProgram, int, Edit> edit) => new(name, round =>
    {
        Edit edited = edit(program, round);
        return new Work(() => Repeat(scenario.Repetitions, () => driver = driver.RunGenerators(edited.Program)), scenario.IsWaitedFor && HasProgram(name) ? () => Diagnose(edited, driver) : null);
    });

    // Without the generated files there is another program.
    private static bool HasProgram(string generator) => generator != Empty;

    private static void Repeat(int times, Action work)
    {
        for (int time = 0; time < times; time++)
        {
            work();
        }
    }

    private static void Diagnose(Edit edited, GeneratorDriver driver)
    {
        Compilation program = WithGenerated(edited.Program, driver);
        foreach (SyntaxTree file in edited.Files)
        {
            program.GetSemanticModel(file).GetDiagnostics();
        }
    }

    private static Compilation WithGenerated(Compilation program, GeneratorDriver driver) => program.AddSyntaxTrees(driver.GetRunResult().GeneratedTrees);
}
