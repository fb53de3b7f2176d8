using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Tells whether an expression stays one place while code runs.
/// </summary>
internal static class PlaceStability
{
    /// <summary>Returns whether a variable on which a place depends may come to stand for another one in a region.</summary>
    public static bool MayChange(IOperation place, IReadOnlyCollection<IOperation> region) =>
        PlaceIdentity.VariablesOf(place).Any(variable => region.Any(part => MayBecomeAnother(variable, part)))
        || (place.DescendantsAndSelf().Any(operation => operation is IArrayElementReferenceOperation) && region.Any(AssignsElements));

    private static bool MayBecomeAnother(ISymbol variable, IOperation region) => variable switch
    {
        IParameterSymbol { RefKind: not RefKind.None } => region.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>().Any(assignment => assignment.IsRef && Variables.IsVariable(assignment.Target, variable)),
        _ when IsPlace(variable) => false,
        IFieldSymbol { IsReadOnly: false } field when region.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => IsOwnMethod(call, field)) => true,
        _ => Variables.IsAssignedIn(region, variable),
    };

    // It may assign the field.
    private static bool IsOwnMethod(IInvocationOperation call, IFieldSymbol field) =>
        SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType?.OriginalDefinition, field.ContainingType?.OriginalDefinition);

    private static bool AssignsElements(IOperation region) => region.DescendantsAndSelf().Any(operation =>
        operation is IAssignmentOperation { Target: IArrayElementReferenceOperation { Type: { } type } } && (type.IsReferenceType || type.IsPtr()));

    // A struct stays where it is, whatever is written to it.
    private static bool IsPlace(ISymbol variable)
    {
        ITypeSymbol? type = variable switch
        {
            ILocalSymbol { IsRef: false } local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        return type is { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } && !type.IsPtr() && !type.IsIntrusiveList();
    }
}
