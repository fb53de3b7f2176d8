using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// The ways through a member and the functions in it.
/// </summary>
internal sealed class ControlFlow
{
    private readonly List<ControlFlowGraph> _graphs = [];

    public ControlFlow(ControlFlowGraph member, CancellationToken cancellationToken)
    {
        var pending = new Stack<ControlFlowGraph>([member]);
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ControlFlowGraph graph = pending.Pop();
            _graphs.Add(graph);
            IEnumerable<ControlFlowGraph> local = graph.LocalFunctions.Select(function => graph.GetLocalFunctionControlFlowGraph(function, cancellationToken));
            IEnumerable<ControlFlowGraph> anonymous = graph.Blocks.SelectMany(OperationsOf).OfType<IFlowAnonymousFunctionOperation>()
                .Select(function => graph.GetAnonymousFunctionControlFlowGraph(function, cancellationToken));
            foreach (ControlFlowGraph nested in local.Concat(anonymous))
            {
                pending.Push(nested);
            }
        }
    }

    /// <summary>Returns whether a loop can go on after a call in its body.</summary>
    public bool GoesOnAfter(IInvocationOperation call, IForEachLoopOperation loop) => _graphs.Any(graph =>
        BlockOf(graph, operation => operation is IInvocationOperation && operation.Syntax == call.Syntax) is { } start
        && BlockOf(graph, operation => IsMoveNext(operation, loop)) is { } next
        && Reaches(start, next));

    private static bool IsMoveNext(IOperation operation, IForEachLoopOperation loop) =>
        operation is IInvocationOperation { TargetMethod.Name: nameof(System.Collections.IEnumerator.MoveNext), IsImplicit: true } && loop.Collection.DescendantsAndSelf().Any(part => part.Syntax == operation.Syntax);

    private static BasicBlock? BlockOf(ControlFlowGraph graph, Func<IOperation, bool> condition) => graph.Blocks.FirstOrDefault(block => OperationsOf(block).Any(condition));

    private static IEnumerable<IOperation> OperationsOf(BasicBlock block) =>
        block.Operations.Concat(block.BranchValue is { } branch ? [branch] : Array.Empty<IOperation>()).SelectMany(operation => operation.DescendantsAndSelf());

    private static bool Reaches(BasicBlock start, BasicBlock end)
    {
        var seen = new HashSet<BasicBlock>();
        var pending = new Stack<BasicBlock>([start]);
        while (pending.Count > 0)
        {
            foreach (BasicBlock successor in SuccessorsOf(pending.Pop()))
            {
                if (successor == end)
                {
                    return true;
                }

                if (seen.Add(successor))
                {
                    pending.Push(successor);
                }
            }
        }

        return false;
    }

    private static IEnumerable<BasicBlock> SuccessorsOf(BasicBlock block) =>
        new[] { block.FallThroughSuccessor?.Destination, block.ConditionalSuccessor?.Destination }.OfType<BasicBlock>();
}
