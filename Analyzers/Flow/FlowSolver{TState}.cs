using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds the fixpoint of a <see cref="FlowAnalysis{TState}"/> on one graph.
/// </summary>
internal sealed class FlowSolver<TState>(FlowAnalysis<TState> analysis, ControlFlowGraph graph, CancellationToken cancellationToken)
    where TState : class, IFlowState<TState>
{
    private const int MaximalSteps = 100_000;

    // A finally within a finally within...
    private const int MaximalDepth = 20;

    private readonly TState?[] _before = new TState?[graph.Blocks.Length];
    private readonly IOperation[]?[] _operations = new IOperation[graph.Blocks.Length][];
    private int _steps;

    private bool IsExhausted => _steps > MaximalSteps;

    /// <summary>Finds the states; returns false when that takes too many steps.</summary>
    public bool Solve(TState entry)
    {
        Solve(new FlowFrame<TState>(0, graph.Blocks.Length - 1, parent: null), 0, entry);
        return !IsExhausted;
    }

    /// <summary>Returns what is known at the start of a block, whichever way it is entered; null when it is unreachable.</summary>
    public TState? StateBefore(BasicBlock block) => _before[block.Ordinal];

    /// <summary>Returns the operations of a block in the order of evaluation, those of its branch last.</summary>
    public IReadOnlyList<IOperation> OperationsOf(BasicBlock block) => _operations[block.Ordinal] ??= BasicBlocks.OperationsOf(block).ToArray();

    // The blocks are in source order, which is a reverse post-order but for backward jumps.
    private void Solve(FlowFrame<TState> frame, int start, TState state)
    {
        frame.Enter(start, state);
        while (!IsExhausted && frame.Next() is { } ordinal)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Through(frame, graph.Blocks[ordinal], frame.StateBefore(ordinal)) is { } after)
            {
                Leave(frame, graph.Blocks[ordinal], after);
            }
        }
    }

    /// <summary>Returns the state at the end of a block; null where a call in it does not return.</summary>
    private TState? Through(FlowFrame<TState> frame, BasicBlock block, TState state)
    {
        // Of several passes through a finally, each knows its own states only.
        _before[block.Ordinal] = frame.Depth == 0 ? state : _before[block.Ordinal]?.Join(state) ?? state;
        bool isProtected = BasicBlocks.HandlersOf(block).Any();
        bool returns = true;
        TState thrown = state;
        foreach (IOperation operation in OperationsOf(block))
        {
            _steps++;
            thrown = isProtected && CanThrow(operation) ? thrown.Join(state) : thrown;
            if (!OperationTree.Returns(operation))
            {
                returns = false;
                break;
            }

            state = analysis.Transfer(state, operation);
        }

        _steps += state.Cost;
        thrown = returns && Throws(block) ? thrown.Join(state) : thrown;
        foreach (ControlFlowRegion handler in BasicBlocks.HandlersOf(block))
        {
            Throw(frame, handler, thrown);
        }

        return returns ? state : null;
    }

    private static bool Throws(BasicBlock block) => block.FallThroughSuccessor?.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow;

    private static bool CanThrow(IOperation operation) => operation is not (
        IExpressionStatementOperation or ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or ILiteralOperation or IDefaultValueOperation
        or ISimpleAssignmentOperation or IArgumentOperation or IFlowCaptureOperation or IFlowCaptureReferenceOperation);

    private void Throw(FlowFrame<TState> frame, ControlFlowRegion handler, TState state)
    {
        FlowFrame<TState> owner = frame.OwnerOf(handler.FirstBlockOrdinal);
        if (handler.Kind != ControlFlowRegionKind.Finally)
        {
            owner.Enter(handler.FirstBlockOrdinal, state);
        }
        else if (owner.JoinThrown(handler, state) is { } joined)
        {
            // It ends by throwing on.
            RunFinally(owner, handler, joined);
        }
    }

    private void Leave(FlowFrame<TState> frame, BasicBlock block, TState state)
    {
        bool isConditional = block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue is not null;
        bool whenTaken = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        Follow(frame, block.ConditionalSuccessor, isConditional ? Assume(state, block.BranchValue!, whenTaken) : state);
        Follow(frame, block.FallThroughSuccessor, isConditional ? Assume(state, block.BranchValue!, !whenTaken) : state);
        if (IsEndOfFinally(block))
        {
            frame.End(state);
        }
    }

    // A filter that declines ends in the same way.
    private static bool IsEndOfFinally(BasicBlock block)
    {
        ControlFlowRegion? region = block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling ? block.EnclosingRegion : null;
        while (region is not (null or { Kind: ControlFlowRegionKind.Finally or ControlFlowRegionKind.Filter }))
        {
            region = region.EnclosingRegion;
        }

        return region?.Kind == ControlFlowRegionKind.Finally;
    }

    private TState? Assume(TState state, IOperation condition, bool outcome) =>
        condition.ConstantValue is { HasValue: true, Value: bool constant } && constant != outcome ? null : analysis.Assume(state, condition, outcome);

    private void Follow(FlowFrame<TState> frame, ControlFlowBranch? branch, TState? state)
    {
        if (branch is null || state is null)
        {
            return;
        }

        foreach (ControlFlowRegion region in branch.FinallyRegions)
        {
            state = state is null ? null : RunFinally(frame, region, state);
        }

        if (branch.Destination is { } destination && state is not null)
        {
            frame.OwnerOf(destination.Ordinal).Enter(destination.Ordinal, branch.EnteringRegions.Aggregate(state, analysis.EnterRegion));
        }
    }

    /// <summary>Returns the state at the end of a finally that is entered with a state; null when its end cannot be reached.</summary>
    private TState? RunFinally(FlowFrame<TState> frame, ControlFlowRegion region, TState state)
    {
        var inside = new FlowFrame<TState>(region.FirstBlockOrdinal, region.LastBlockOrdinal, frame);
        if (inside.Depth > MaximalDepth)
        {
            _steps = MaximalSteps + 1;
            return null;
        }

        Solve(inside, region.FirstBlockOrdinal, state);
        return inside.EndState;
    }
}
