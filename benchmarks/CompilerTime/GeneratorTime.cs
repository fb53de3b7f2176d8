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

    /// <summary>Measures each scenario on a program with a number of heads.</summary>
    public static IEnumerable<Result> Measure(HeadProgram program, int heads, int rounds) => Scenario.All.Select(scenario => Turns.Take(
        Part,
        $"{heads} heads, {scenario.Name}",
        rounds,
        [
            Make(Ours, program, scenario, new ListGenerator()),
            Make(Empty, program, scenario, new EmptyGenerator([])),
            Make(SameText, program, scenario, new EmptyGenerator(Generated(program))),
        ]));

    /// <summary>Returns how many steps behind the transform of a tag run again after an edit elsewhere.</summary>
    public static int CountStepsAfterEdit(HeadProgram program)
    {
        GeneratorDriver driver = Programs.Driver(new ListGenerator(), trackSteps: true).RunGenerators(program.Original).RunGenerators(program.WithOtherBody());
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

    private static Contender Make(string name, HeadProgram program, Scenario scenario, IIncrementalGenerator generator)
    {
        GeneratorDriver driver = Programs.Driver(generator);
        driver = scenario.Edit is null ? driver : driver.RunGenerators(program.Original);
        return new Contender(name, () =>
        {
            Compilation edited = scenario.Edit is { } edit ? edit(program) : Programs.Fresh(program.Original);
            return () =>
            {
                for (int repetition = 0; repetition < scenario.Repetitions; repetition++)
                {
                    driver.RunGenerators(edited);
                }
            };
        });
    }

    private static IReadOnlyList<GeneratedSourceResult> Generated(HeadProgram program) =>
        Programs.Driver(new ListGenerator()).RunGenerators(program.Original).GetRunResult().Results.Single().GeneratedSources;
}
