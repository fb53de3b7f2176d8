using System.Collections.Generic;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// One pass of a <see cref="FlowSolver{TState}"/> through a range of blocks: a whole graph, or a finally on the way of one branch.
/// </summary>
/// <param name="first">The first block of the range.</param>
/// <param name="last">The last block of the range.</param>
/// <param name="parent">The pass from which the finally was entered.</param>
internal sealed class FlowFrame<TState>(int first, int last, FlowFrame<TState>? parent)
    where TState : class, IFlowState<TState>
{
    private readonly Dictionary<int, TState> _before = [];
    private readonly Dictionary<ControlFlowRegion, TState> _thrown = [];
    private readonly SortedSet<int> _pending = [];

    /// <summary>Gets how many passes this one is within.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>Gets what is known at the end of a finally; null when it has not been reached.</summary>
    public TState? EndState { get; private set; }

    /// <summary>Returns the pass that a block belongs to: a finally can throw to a handler around it.</summary>
    public FlowFrame<TState> OwnerOf(int ordinal) => parent is null || (first <= ordinal && ordinal <= last) ? this : parent.OwnerOf(ordinal);

    public TState StateBefore(int ordinal) => _before[ordinal];

    /// <summary>Takes the next block whose state has changed.</summary>
    public int? Next()
    {
        if (_pending.Count == 0)
        {
            return null;
        }

        int ordinal = _pending.Min;
        _pending.Remove(ordinal);
        return ordinal;
    }

    /// <summary>Adds a way into a block.</summary>
    public void Enter(int ordinal, TState state)
    {
        if (Merge(_before, ordinal, state) is not null)
        {
            _pending.Add(ordinal);
        }
    }

    /// <summary>Adds a way to the end of a finally.</summary>
    public void End(TState state) => EndState = EndState?.Join(state) ?? state;

    /// <summary>Adds a state in which a finally may be entered by an exception; returns all such states together, or null when this one adds nothing.</summary>
    public TState? JoinThrown(ControlFlowRegion handler, TState state) => Merge(_thrown, handler, state);

    private static TState? Merge<TKey>(Dictionary<TKey, TState> states, TKey key, TState state)
        where TKey : notnull
    {
        TState joined = state;
        if (states.TryGetValue(key, out TState? known))
        {
            joined = known.Join(state);
            if (joined.Equals(known))
            {
                return null;
            }
        }

        states[key] = joined;
        return joined;
    }
}
