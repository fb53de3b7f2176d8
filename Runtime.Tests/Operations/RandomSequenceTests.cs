using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>Random sequences of operations on several lists over both nodes of the same elements, against the model.</summary>
public sealed class RandomSequenceTests
{
    private const int Elements = 12;
    private const int MaximalLength = 80;
    private const int Sequences = 5_000;

    private static readonly HeadKind[] Heads = [HeadKind.Zeroed, HeadKind.Zeroed, HeadKind.Pinned, HeadKind.Pinned];

    private static readonly Gen<Step[]> Steps = Gen.Select(
        Gen.Int[0, Operations<Item.NodeLink>.All.Count - 1],
        Gen.Bool,
        Gen.Int[0, Heads.Length - 1],
        Gen.Int[1, Heads.Length - 1],
        Gen.Int[0, short.MaxValue],
        (operation, overOtherNode, target, distance, operands) => new Step(operation, overOtherNode, target, (target + distance) % Heads.Length, operands))
        .Array[0, MaximalLength];

    [Fact]
    public void DoWhatTheModelDoes() => Steps.Sample(Run, iter: Sequences, print: Describe);

    private static void Run(Step[] steps)
    {
        using var world = new World(Elements, Heads);
        world.Rank(key => key * 5 % 7);
        foreach (Step step in steps)
        {
            if (step.OverOtherNode)
            {
                Apply(world.Others, step);
                world.Nodes.Check();
            }
            else
            {
                Apply(world.Nodes, step);
                world.Others.Check();
            }
        }
    }

    private static void Apply<TLink>(ListGroup<TLink> lists, Step step)
        where TLink : unmanaged, IListLink<Item>
    {
        Operation<TLink> operation = Operations<TLink>.All[step.Operation];
        Call[] calls = [.. operation.Calls(lists.Model, new Call(step.Target, step.Other))];
        if (calls.Length > 0)
        {
            lists.Apply(operation, calls[step.Operands % calls.Length]);
        }
    }

    private static string Describe(IEnumerable<Step> steps) =>
        string.Join("\n", steps.Select(step => $"{Operations<Item.NodeLink>.All[step.Operation]} {step}"));
}
