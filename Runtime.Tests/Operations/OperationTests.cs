using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>Every operation on every pair of lists of 0 to 6 elements, with every choice of operands, against the model.</summary>
public sealed class OperationTests
{
    private const int MaximalSize = 6;
    private const int SpareElements = 2;

    public static TheoryData<string> Names => [.. Operations<Item.NodeLink>.All.Select(operation => operation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void DoesWhatTheModelDoes(string name)
    {
        Operation<Item.NodeLink> operation = Operations<Item.NodeLink>.Named(name);
        int calls = 0;
        foreach ((HeadKind kind, int[] sizes) in Worlds())
        {
            foreach (Call call in CallsOf(operation, kind, sizes))
            {
                Scenario.Run($"{name} on {kind} heads with {string.Join(" and ", sizes)} elements, {call}", () =>
                {
                    using World world = Create(kind, sizes);
                    world.Nodes.Apply(operation, call);
                });
                calls++;
            }
        }

        Assert.NotEqual(0, calls);
    }

    private static IEnumerable<(HeadKind Kind, int[] Sizes)> Worlds() =>
        from kind in Enum.GetValues<HeadKind>()
        from first in Enumerable.Range(0, MaximalSize + 1)
        from second in Enumerable.Range(0, MaximalSize + 1)
        select (kind, new[] { first, second });

    private static Call[] CallsOf(Operation<Item.NodeLink> operation, HeadKind kind, int[] sizes)
    {
        using World world = Create(kind, sizes);
        return [.. operation.Calls(world.Nodes.Model, new Call(Target: 0, Other: 1))];
    }

    private static World Create(HeadKind kind, int[] sizes)
    {
        var world = new World(sizes.Sum() + SpareElements, kind, kind);

        // Neighbours of equal and of different rank, in and out of order.
        world.Rank(key => key / 2 % 3);
        world.Nodes.Fill(sizes);
        return world;
    }
}
