using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// The ways through one turn of a loop, and what is known of flags on each.
/// </summary>
internal sealed class LoopPaths(ControlFlowGraph graph, IForEachLoopOperation loop, IInvocationOperation call)
{
    // A loop with more ways is left alone.
    private const int MaximalCount = 2000;

    private readonly HashSet<string> _seen = [];
    private readonly Stack<LoopPosition> _pending = new();

    /// <summary>Returns whether the loop can go on after the call has changed its list. A loop that begins anew does not go on.</summary>
    public bool GoOnAfterCall()
    {
        if (graph.Blocks.FirstOrDefault(block => Calls(block, "MoveNext")) is not { } next)
        {
            return false;
        }

        Leave(new LoopPosition(next, IsChanged: false, KnownValues.Nothing, ImmutableStack<BasicBlock>.Empty));
        while (_pending.Count > 0 && _seen.Count < MaximalCount)
        {
            LoopPosition position = _pending.Pop();
            if (position.Block == next)
            {
                if (position.IsChanged)
                {
                    return true;
                }
            }
            else if (!Calls(position.Block, "GetEnumerator") && _seen.Add(position.ToString()))
            {
                Enter(position);
            }
        }

        return false;
    }

    private void Enter(LoopPosition position)
    {
        // What throws has changed nothing.
        if (!position.IsChanged)
        {
            Catch(position);
        }

        IOperation[] operations = BasicBlocks.OperationsOf(position.Block).ToArray();
        IOperation? change = operations.FirstOrDefault(operation => operation is IInvocationOperation && operation.Syntax == call.Syntax);
        if (change is null)
        {
            Pass(operations, position);
        }
        else if (ResultsOf(call) is var (unchanged, changed))
        {
            Pass(operations, position with { Values = position.Values.WithResult(change, unchanged) });
            Pass(operations, position with { Values = position.Values.WithResult(change, changed), IsChanged = true });
        }
        else
        {
            Pass(operations, position with { IsChanged = true });
        }
    }

    private void Pass(IOperation[] operations, LoopPosition position)
    {
        if (operations.All(OperationTree.Returns))
        {
            Leave(position with { Values = operations.Aggregate(position.Values, (values, operation) => values.After(operation)) });
        }
    }

    private void Leave(LoopPosition position)
    {
        BasicBlock block = position.Block;
        if (block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is not { } condition)
        {
            Follow(block.FallThroughSuccessor, position);
            return;
        }

        bool jumps = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        if (position.IsChanged && IsSetOutOfSight(condition))
        {
            return;
        }

        bool? value = position.Values.Of(condition) as bool?;
        if (value != !jumps)
        {
            Follow(block.ConditionalSuccessor, position with { Values = position.Values.Where(condition, jumps) });
        }

        if (value != jumps)
        {
            Follow(block.FallThroughSuccessor, position with { Values = position.Values.Where(condition, !jumps) });
        }
    }

    // A flag that another function sets, or asks for, may tell of the change.
    private bool IsSetOutOfSight(IOperation condition) => condition.DescendantsAndSelf().Any(part => part switch
    {
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } function } => AsksForWritten(function),
        _ when part.Type?.SpecialType != SpecialType.System_Boolean => false,
        ILocalReferenceOperation flag => Variables.IsCaptured(flag.Local, loop) || IsPassedByReference(flag.Local),
        IMemberReferenceOperation member => !member.Member.ContainingType.IsPtr() && KnownValues.OwnerOf(member) is { } owner && IsGivenAway(owner),
        _ => false,
    });

    private bool IsPassedByReference(ILocalSymbol flag) =>
        loop.Body.Descendants().Any(operation => operation is IArgumentOperation { Parameter.RefKind: not RefKind.None } && operation.Descendants().Any(part => Variables.IsVariable(part, flag)));

    private bool IsGivenAway(string owner) => loop.Body.Descendants().OfType<IInvocationOperation>().Any(given =>
        !given.IsListOperation() && KnownValues.PlacesGivenTo(given).Any(place => (owner + ".").StartsWith(place + ".", StringComparison.Ordinal)));

    private bool AsksForWritten(IMethodSymbol function) =>
        (from local in OperationTree.RootOf(loop).Descendants().OfType<ILocalFunctionOperation>()
         where SymbolEqualityComparer.Default.Equals(local.Symbol, function.OriginalDefinition)
         from part in local.Descendants()
         let variable = part is IFieldReferenceOperation field ? field.Field : SharedVariables.VariableOf(part)
         where variable is not null && Variables.IsAssignedIn(loop.Body, variable)
         select variable).Any();

    // Through the finally blocks on the way: at the end of each, the next block is due.
    private void Follow(ControlFlowBranch? branch, LoopPosition position)
    {
        ImmutableStack<BasicBlock> due = position.Due;
        if (branch?.Destination is { } destination)
        {
            due = branch.FinallyRegions.Reverse().Aggregate(due.Push(destination), (blocks, region) => blocks.Push(graph.Blocks[region.FirstBlockOrdinal]));
        }
        else if (branch?.Semantics != ControlFlowBranchSemantics.StructuredExceptionHandling)
        {
            return;
        }

        if (!due.IsEmpty)
        {
            _pending.Push(position with { Block = due.Peek(), Due = due.Pop() });
        }
    }

    private void Catch(LoopPosition position)
    {
        foreach (ControlFlowRegion handler in BasicBlocks.HandlersOf(position.Block).Where(handler => handler.Kind != ControlFlowRegionKind.Finally))
        {
            _pending.Push(position with { Block = graph.Blocks[handler.FirstBlockOrdinal] });
        }
    }

    /// <summary>Returns what a call returns when it has changed nothing, and when it has; null when it does not tell.</summary>
    private static (object Unchanged, object Changed)? ResultsOf(IInvocationOperation call) => call.TargetMethod.ReturnType.SpecialType switch
    {
        SpecialType.System_Boolean => (false, true),
        SpecialType.System_Int32 => (0, 1),
        _ => null,
    };

    // The calls that the compiler adds to a loop have the syntax of its collection.
    private bool Calls(BasicBlock block, string method) => BasicBlocks.OperationsOf(block).Any(operation =>
        operation is IInvocationOperation { IsImplicit: true } added && added.TargetMethod.Name == method && loop.Collection.DescendantsAndSelf().Any(part => part.Syntax == added.Syntax));
}
