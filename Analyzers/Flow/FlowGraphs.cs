using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Gets the control flow graphs of a member, where they are worth their cost.
/// </summary>
internal static class FlowGraphs
{
    /// <summary>Returns the graphs of a member that has an operation of interest. Code that does not compile has none.</summary>
    public static IEnumerable<ControlFlowGraph> Of(OperationBlockAnalysisContext context, Func<IOperation, bool> isOfInterest)
    {
        // A constructor's initializer and body are blocks of one graph.
        foreach (IGrouping<IOperation, IOperation> blocks in context.OperationBlocks.GroupBy(OperationTree.RootOf))
        {
            if (HasGraph(blocks.Key) && IsWorthIt(blocks.Key, isOfInterest))
            {
                yield return context.GetControlFlowGraph(blocks.First());
            }
        }
    }

    // Not an attribute.
    private static bool HasGraph(IOperation root) => root.Kind
        is OperationKind.Block
        or OperationKind.MethodBody
        or OperationKind.ConstructorBody
        or OperationKind.FieldInitializer
        or OperationKind.PropertyInitializer
        or OperationKind.ParameterInitializer;

    private static bool IsWorthIt(IOperation root, Func<IOperation, bool> isOfInterest)
    {
        bool isWorthIt = false;
        foreach (IOperation operation in EvaluationOrder.Of(root))
        {
            if (operation.Kind == OperationKind.Invalid)
            {
                return false;
            }

            isWorthIt = isWorthIt || isOfInterest(operation);
        }

        return isWorthIt;
    }
}
