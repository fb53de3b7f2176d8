using System;
using System.Collections.Immutable;
using System.Linq;
using CsCheck;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// States are lattices: in which order paths meet does not matter. But for what is learnt from their meeting, which of two lists has an element: there it is enough that meeting again and again soon teaches nothing new.
/// </summary>
public sealed class LatticeTests
{
    private static readonly Term[] Variables = [new("a"), new("b"), new("c")];
    private static readonly Term[] Heads = [new("list"), new("other")];

    private static readonly Term[] Values =
        [.. Variables, .. Heads.SelectMany(list => new[] { new Term(Terms.First, list), new Term(Terms.Last, list), new Term(Terms.Next, list, Variables[0]) })];

    // States as programs make them.
    private static readonly Gen<NullState> NullStates =
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, Values.Length - 1], Gen.Int[0, Values.Length - 1], Gen.Int[0, 2]).Array[0, 8].Select(steps => steps.Aggregate(NullState.Nothing, Step));

    private static readonly Gen<NodeState> NodeStates = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3]).Array[0, 5].Select(steps => steps.Aggregate(
        NodeState.Nothing,
        (state, step) => state.Assign(step.Item1, ImmutableHashSet.Create(NodeOrigin.Alone($"{step.Item2}")))));

    [Fact]
    public void JoinsNullStates() => Verify(NullStates, WithoutOutcomes);

    [Fact]
    public void JoinsWhereAListIsAbsent() => Verify(Gen.Select(NullStates, Gen.Bool).Select((state, isAbsent) => isAbsent ? state.Lack(Heads[0]) : state), WithoutOutcomes);

    [Fact]
    public void JoinsNodeStates() => Verify(NodeStates, static state => state);

    [Fact]
    public void LosesProofsOnly() => Gen.Select(NullStates, NullStates).Sample((left, right) =>
    {
        NullState joined = left.Join(right);
        foreach (Term value in Values)
        {
            Assert.Equal(left.WhenNull(value) is null && right.WhenNull(value) is null, joined.WhenNull(value) is null);
        }
    });

    private static NullState WithoutOutcomes(NullState state) => state with { Outcomes = NullState.Nothing.Outcomes };

    private static void Verify<TState>(Gen<TState> states, Func<TState, TState> ordered)
        where TState : class, IFlowState<TState>
    {
        Gen.Select(states, states, states).Sample((one, two, three) =>
        {
            Assert.Equal(one, one.Join(one));
            Assert.Equal(one.Join(two), two.Join(one));
            Assert.Equal(ordered(one.Join(two).Join(three)), ordered(one.Join(two.Join(three))));
            Assert.Equal(ordered(one.Join(two)), ordered(one.Join(one.Join(two))));
            Assert.Equal(one.Join(one.Join(two)), one.Join(one.Join(one.Join(two))));
        });
    }

    private static NullState Step(NullState state, (int Kind, int Value, int Other, int Variable) step)
    {
        Term value = Values[step.Value];
        Term other = Values[step.Other];
        Term variable = Variables[step.Variable];
        return step.Kind switch
        {
            0 => state.Prove(value),
            1 => state.AtLeast(Heads[step.Other % 2], step.Variable),
            2 when !other.Mentions(variable) => state.Forget(variable).Equate(variable, other),
            3 => state.Forget(variable),
            4 => state.Lose(Heads[step.Other % 2], 1),
            5 when state.WhenNull(value) is { } when => state.Forget(variable) with { Suspects = state.Forget(variable).Suspects.SetItem(variable, when) },
            6 => state.ForgetPlaces(Heads[step.Other % 2], kept: null),
            _ => state,
        };
    }
}
