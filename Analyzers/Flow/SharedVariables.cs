using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds the variables of a method that a lambda or local function in it writes: when, no analysis of one method at a time can tell.
/// </summary>
internal static class SharedVariables
{
    /// <summary>Returns those variables.</summary>
    public static HashSet<ISymbol> Of(IOperation root)
    {
        IEnumerable<ISymbol> shared =
            from function in EvaluationOrder.Of(root)
            where OperationTree.FunctionOf(function) is not null
            let body = EvaluationOrder.Of(function)
            let functions = new HashSet<ISymbol?>(body.Select(OperationTree.FunctionOf), SymbolEqualityComparer.Default)
            from written in body.SelectMany(WrittenBy)
            where !functions.Contains(written.ContainingSymbol)
            select written;
        return new HashSet<ISymbol>(shared, SymbolEqualityComparer.Default);
    }

    private static IEnumerable<ISymbol> WrittenBy(IOperation operation) => operation switch
    {
        IDeconstructionAssignmentOperation { Target: ITupleOperation targets } => targets.Elements.SelectMany(Variable),
        IAssignmentOperation assignment => Variable(assignment.Target),
        IIncrementOrDecrementOperation increment => Variable(increment.Target),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => Variable(argument.Value),
        IAddressOfOperation address => Variable(address.Reference),
        _ => [],
    };

    private static IEnumerable<ISymbol> Variable(IOperation operation) => VariableOf(WholeOf(operation)) is { } variable ? [variable] : [];

    /// <summary>Returns the tuple that an operation refers to an item of, or the operation. Whoever writes an item changes the tuple.</summary>
    public static IOperation WholeOf(IOperation operation)
    {
        IOperation whole = operation;
        while (whole is IFieldReferenceOperation { Field.ContainingType.IsTupleType: true, Instance: { } tuple })
        {
            whole = tuple;
        }

        return whole;
    }

    /// <summary>Returns the local or parameter that an operation refers to.</summary>
    public static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        IDeclarationExpressionOperation declaration => VariableOf(declaration.Expression),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
