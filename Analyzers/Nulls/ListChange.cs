using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// What is known after an operation on a list.
/// </summary>
/// <param name="list">The list.</param>
/// <param name="call">The operation.</param>
/// <param name="read">Returns the term of an argument.</param>
internal sealed class ListChange(Term list, IInvocationOperation call, Func<IOperation, Term?> read)
{
    private readonly Term?[] _arguments = call.Arguments.Select(argument => read(argument.Value)).ToArray();

    public NullState Apply(NullState state) => call.TargetMethod.Name switch
    {
        "AddFirst" => Place(Added(state, Terms.Last), Terms.First),
        "AddLast" => Place(Added(state, Terms.First), Terms.Last),
        "AddBefore" => Follow(Added(state.AtLeast(list, 1), Terms.Last), Argument(1), Argument(0)),
        "AddAfter" => Follow(Added(state.AtLeast(list, 1), Terms.First), Argument(0), Argument(1)),
        "MoveToFirst" or "RotateToFirst" => Place(Moved(state, Argument(0)), Terms.First),
        "MoveToLast" => Place(Moved(state, Argument(0)), Terms.Last),
        "MoveBefore" => Follow(Moved(state, Argument(1)), Argument(1), Argument(0)),
        "MoveAfter" => Follow(Moved(state, Argument(1)), Argument(0), Argument(1)),
        "MoveRangeToLast" or "Replace" or "Swap" => Moved(state, Argument(0)),
        "RotateLeft" or "Reverse" or "Sort" or "SortBy" or "SortInPlace" => state.ForgetOrder(list),
        "Next" or "Previous" or "StartingAt" => state.AtLeast(list, 1),
        "SpliceFirst" or "SpliceLast" or "Merge" => Spliced(state, Argument(0), state.CountOf(list)),
        "SpliceBefore" or "SpliceAfter" => Spliced(state, Argument(1), Math.Max(1, state.CountOf(list))),
        "CutBefore" => Emptied(state).AtLeast(list, 1),
        "CutThrough" => Argument(1) is { } into ? Emptied(state).ForgetElements(into).AtLeast(into, 1) : Emptied(state),
        "Remove" or "TryRemove" or "RemoveFirst" or "RemoveLast" => state.Lose(list, 1),
        "TryRemoveFirst" or "TryRemoveLast" => TriedToRemove(state),
        "Clear" or "Drain" or "RemoveWhere" => Emptied(state),
        "RemoveConsecutiveDuplicates" => Emptied(state).AtLeast(list, Math.Min(1, state.CountOf(list))),
        _ => state,
    };

    private Term? Argument(int index) => _arguments.ElementAtOrDefault(index);

    // At the other end of a list that is not empty, the element stays the same.
    private NullState Added(NullState state, string otherEnd)
    {
        int count = state.CountOf(list);
        return state.ForgetPlaces(list, count > 0 ? new Term(otherEnd, list) : null).AtLeast(list, count + 1);
    }

    // From this list or from another, where it is known.
    private NullState Moved(NullState state, Term? element)
    {
        NullState result = state;
        if (element is not null)
        {
            Term[] others = state.EqualTo(element).Select(ListOperations.ListOf).OfType<Term>().Where(other => !other.Equals(list)).Distinct().ToArray();
            result = others.Aggregate(result, (current, other) => current.Lose(other, 1));
        }

        return result.ForgetElements(list).AtLeast(list, 1);
    }

    private NullState Place(NullState state, string end) => Argument(0) is { } element ? state.Equate(element, new Term(end, list)) : state;

    private NullState Follow(NullState state, Term? first, Term? second) =>
        first is null || second is null ? state : state.Prove(new Term(Terms.Next, list, first)).Prove(new Term(Terms.Previous, list, second)).AtLeast(list, 2);

    private NullState Spliced(NullState state, Term? other, int count)
    {
        int total = count + (other is null ? 0 : state.CountOf(other));
        NullState result = other is null ? state : state.Lose(other, int.MaxValue).ForgetCount(other);
        return result.ForgetElements(list).AtLeast(list, total);
    }

    private NullState Emptied(NullState state) => state.Lose(list, int.MaxValue).ForgetCount(list);

    // Whether there was an element is asked where the outcome is tested.
    private NullState TriedToRemove(NullState state)
    {
        NullState result = state.Lose(list, 1);
        return Argument(0) is { } element && state.CountOf(list) == 0 ? result with { Suspects = result.Suspects.SetItem(element, "when the list was empty") } : result;
    }
}
