using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Lists the operations of a tree as they are evaluated: operands first, from left to right.
/// </summary>
internal static class EvaluationOrder
{
    /// <summary>Returns an operation and all below it, itself last. Without recursion: expressions nest deeply.</summary>
    public static IReadOnlyList<IOperation> Of(IOperation root)
    {
        // Parents before children and right before left, read backwards.
        var operations = new List<IOperation>();
        var pending = new Stack<IOperation>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            IOperation operation = pending.Pop();
            operations.Add(operation);
            foreach (IOperation child in operation.ChildOperations)
            {
                pending.Push(child);
            }
        }

        operations.Reverse();
        return operations;
    }
}
