using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Tells what an operation writes to as a whole.
/// </summary>
internal static class WrittenTargets
{
    public static IEnumerable<IOperation> Of(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { IsRef: false } assignment => [assignment.Target],
        ICompoundAssignmentOperation { OperatorMethod.IsStatic: true } assignment => [assignment.Target],
        IIncrementOrDecrementOperation { OperatorMethod.IsStatic: true } increment => [increment.Target],
        IArgumentOperation { Parameter.RefKind: RefKind.Out } argument => [argument.Value],
        IDeconstructionAssignmentOperation { Target: ITupleOperation target } => ElementsOf(target),
        _ => [],
    };

    private static IEnumerable<IOperation> ElementsOf(ITupleOperation tuple) =>
        tuple.Elements.SelectMany(element => element is ITupleOperation inner ? ElementsOf(inner) : [element]);
}
