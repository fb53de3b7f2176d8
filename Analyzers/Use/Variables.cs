using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// How local variables come by their values.
/// </summary>
internal static class Variables
{
    /// <summary>Returns what a variable is initialised with; null when it is assigned elsewhere too, or not so declared.</summary>
    public static IOperation? OnlyValueOf(ILocalSymbol variable, IOperation use)
    {
        IOperation root = OperationTree.RootOf(use);
        IOperation? value = root.Descendants().Select(operation => DeclaredWith(operation, variable)).FirstOrDefault(declared => declared is not null);
        return value is null || IsAssignedIn(root, variable) ? null : value;
    }

    private static IOperation? DeclaredWith(IOperation operation, ILocalSymbol variable) => operation switch
    {
        IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable) => declarator.GetVariableInitializer()?.Value,
        IIsPatternOperation match when SymbolEqualityComparer.Default.Equals(PatternVariables.DeclaredBy(match.Pattern), variable) => match.Value,
        _ => null,
    };

    /// <summary>Returns whether a variable may be given another value somewhere in an operation, its initializer apart.</summary>
    public static bool IsAssignedIn(IOperation region, ISymbol variable) => region.Descendants().Any(operation => IsVariable(operation, variable) && MayBeWritten(operation));

    /// <summary>Returns whether a lambda or local function knows a variable, and may set it whenever it is called.</summary>
    public static bool IsCaptured(ISymbol variable, IOperation use) => OperationTree.RootOf(use).Descendants()
        .Where(operation => operation is IAnonymousFunctionOperation or ILocalFunctionOperation && !operation.Descendants().Contains(use))
        .Any(function => function.Descendants().Any(operation => IsVariable(operation, variable)));

    /// <summary>Returns whether an operation refers to a local variable, parameter or field.</summary>
    public static bool IsVariable(IOperation operation, ISymbol variable) => operation switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, variable),
        IFieldReferenceOperation field => SymbolEqualityComparer.Default.Equals(field.Field, variable),
        _ => false,
    };

    /// <summary>Returns whether a reference to a variable may give it another value.</summary>
    public static bool MayBeWritten(IOperation variable) => variable.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == variable || assignment is ISimpleAssignmentOperation { IsRef: true },
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        IAddressOfOperation => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple => deconstruction.Target == tuple,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        _ => false,
    };
}
