using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Knows what is assigned where the target is a flow capture: in <c>x = c ? 1 : 2</c> the graph evaluates <c>x</c> first, and a capture outlives the branches.
/// </summary>
internal sealed class FlowTargets
{
    private readonly Dictionary<CaptureId, IOperation?> _captured = [];

    /// <summary>Adds the captures of a graph. Their identifiers differ from those of the graphs within it.</summary>
    public void Add(ControlFlowGraph graph)
    {
        foreach (IFlowCaptureOperation capture in graph.Blocks.SelectMany(block => block.Operations).OfType<IFlowCaptureOperation>())
        {
            // One of several is not known to be it.
            _captured[capture.Id] = _captured.ContainsKey(capture.Id) ? null : capture.Value;
        }
    }

    /// <summary>Returns what a target stands for: itself, unless it is a capture.</summary>
    public IOperation Of(IOperation target)
    {
        IOperation current = target;
        while (current is IFlowCaptureReferenceOperation reference && _captured.TryGetValue(reference.Id, out IOperation? captured) && captured is not null)
        {
            current = captured;
        }

        return current;
    }
}
