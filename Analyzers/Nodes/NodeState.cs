using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Where the addresses in the variables of a method may come from.
/// </summary>
/// <remarks>A variable that is not assigned on one of two paths is not read behind them: what the other path says of it stands.</remarks>
internal sealed class NodeState(ImmutableDictionary<object, ImmutableHashSet<NodeOrigin>> origins) : IFlowState<NodeState>
{
    public static readonly NodeState Nothing = new(ImmutableDictionary<object, ImmutableHashSet<NodeOrigin>>.Empty);

    /// <summary>Gets the origins, by local, parameter or flow capture.</summary>
    public ImmutableDictionary<object, ImmutableHashSet<NodeOrigin>> Origins => origins;

    public NodeState Assign(object variable, ImmutableHashSet<NodeOrigin> value) => new(origins.SetItem(variable, value));

    /// <summary>Returns the state where what may be one of several is unknown. Null is no address, and leads nowhere else.</summary>
    public NodeState Certain() => new(origins.Where(variable => variable.Value.Remove(NodeOrigin.Null).Count <= 1).ToImmutableDictionary());

    int IFlowState<NodeState>.Cost => 1;

    public NodeState Join(NodeState other)
    {
        ImmutableDictionary<object, ImmutableHashSet<NodeOrigin>> joined = origins;
        foreach (KeyValuePair<object, ImmutableHashSet<NodeOrigin>> variable in other.Origins)
        {
            bool isKnown = joined.TryGetValue(variable.Key, out ImmutableHashSet<NodeOrigin>? known);
            joined = joined.SetItem(variable.Key, isKnown ? known!.Union(variable.Value) : variable.Value);
        }

        return new NodeState(joined);
    }

    public bool Equals(NodeState? other) =>
        other is not null
        && origins.Count == other.Origins.Count
        && origins.All(variable => other.Origins.TryGetValue(variable.Key, out ImmutableHashSet<NodeOrigin>? value) && variable.Value.SetEquals(value));

    public override bool Equals(object? obj) => Equals(obj as NodeState);

    public override int GetHashCode() => origins.Count;
}
