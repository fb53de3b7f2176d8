using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds everything that a local variable is assigned.
/// </summary>
internal static class AssignedValues
{
    /// <summary>Returns every value that a variable is given, its initializer included, or every place that a reference is made to refer to; empty where some cannot be seen.</summary>
    public static ImmutableArray<IOperation> Of(ILocalSymbol variable, IOperation use)
    {
        ImmutableArray<IOperation>.Builder values = ImmutableArray.CreateBuilder<IOperation>();
        foreach (IOperation operation in OperationTree.RootOf(use).Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable))
            {
                Add(declarator.GetVariableInitializer()?.Value);
            }
            else if (Variables.IsVariable(operation, variable))
            {
                if (operation.Parent is ISimpleAssignmentOperation assignment && assignment.Target == operation)
                {
                    Add(variable.IsRef && !assignment.IsRef ? null : assignment.Value);
                }
                else if (MayBeAssigned(operation, variable))
                {
                    return ImmutableArray<IOperation>.Empty;
                }
            }
        }

        return values.ToImmutable();

        void Add(IOperation? value)
        {
            if (value is not null)
            {
                values.Add(value);
            }
        }
    }

    // Through a reference to it, or depending on what it was before.
    private static bool MayBeAssigned(IOperation reference, ILocalSymbol variable) => reference.Parent switch
    {
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => !variable.IsRef,
        ICompoundAssignmentOperation or ICoalesceAssignmentOperation or IIncrementOrDecrementOperation => !variable.IsRef,
        IAddressOfOperation or IDeclarationExpressionOperation or ITupleOperation => !variable.IsRef,
        ISimpleAssignmentOperation { IsRef: true } => !variable.IsRef,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => !variable.IsRef,
        _ => false,
    };
}
