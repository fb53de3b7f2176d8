using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Reads the blocks of a control flow graph.
/// </summary>
internal static class BasicBlocks
{
    /// <summary>Returns the operations of a block in the order of evaluation, those of its branch last.</summary>
    public static IEnumerable<IOperation> OperationsOf(BasicBlock block) =>
        (block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations).SelectMany(EvaluationOrder.Of);

    /// <summary>
    /// Returns where an exception in a block may go: the handlers on the inside first. One that catches all might spare the others; it might as well throw again.
    /// Those around a lambda or local function are not its own, though its regions lie within theirs.
    /// </summary>
    public static IEnumerable<ControlFlowRegion> HandlersOf(BasicBlock block)
    {
        for (ControlFlowRegion? region = block.EnclosingRegion; region is not (null or { Kind: ControlFlowRegionKind.Root }); region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try)
            {
                foreach (ControlFlowRegion handler in region.EnclosingRegion!.NestedRegions.Where(sibling => sibling.Kind != ControlFlowRegionKind.Try))
                {
                    yield return handler;
                }
            }
        }
    }
}
