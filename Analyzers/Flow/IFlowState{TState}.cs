using System;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// What a <see cref="FlowAnalysis{TState}"/> knows at one place of a method: an immutable value of a lattice of finite height.
/// </summary>
/// <typeparam name="TState">The state itself.</typeparam>
internal interface IFlowState<TState> : IEquatable<TState>
    where TState : class, IFlowState<TState>
{
    /// <summary>Returns what is known where the paths of two states meet. Commutative, idempotent, and associative but for what <see cref="NullState"/> learns from the meeting.</summary>
    TState Join(TState other);

    /// <summary>Gets how many steps it takes to join the state with another.</summary>
    int Cost { get; }
}
