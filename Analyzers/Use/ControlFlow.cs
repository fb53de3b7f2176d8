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
            IEnumerable<ControlFlowGraph> anonymous = graph.Blocks.SelectMany(BasicBlocks.OperationsOf).OfType<IFlowAnonymousFunctionOperation>()
                .Select(function => graph.GetAnonymousFunctionControlFlowGraph(function, cancellationToken));
            foreach (ControlFlowGraph nested in local.Concat(anonymous))
            {
                pending.Push(nested);
            }
        }
    }

    /// <summary>Returns whether a loop can go on after a call in its body.</summary>
    public bool GoesOnAfter(IInvocationOperation call, IForEachLoopOperation loop) => _graphs.Any(graph => new LoopPaths(graph, loop, call).GoOnAfterCall());
}
