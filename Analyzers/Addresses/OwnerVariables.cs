using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds the variable that a list is in. Where it may be elsewhere, there is none.
/// </summary>
internal static class OwnerVariables
{
    private const int MaximalDepth = 20;

    /// <summary>Returns the local variable or parameter that has the head of a list in itself.</summary>
    public static ISymbol? Of(IOperation list, int depth = 0) => depth > MaximalDepth ? null : list.Plain() switch
    {
        ILocalReferenceOperation { Local: { } local } reference => OfAll(local, reference, value => Of(value, depth + 1)),
        IPropertyReferenceOperation { Instance: { } array } element when array.Type.IsIntrusiveListArray() => Of(array, depth + 1),
        IPropertyReferenceOperation { Instance: { } owner } property when IsInOwner(property.Property) => OfPlace(owner, depth + 1),
        IInvocationOperation { Instance: { } source } call when call.Type is { IsRefLikeType: true } && source.Type.IsIntrusiveList() => Of(source, depth + 1),
        _ => null,
    };

    private static ISymbol? OfPlace(IOperation place, int depth) => depth > MaximalDepth ? null : place.Plain() switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None, Type.IsValueType: true } local } => local,
        ILocalReferenceOperation { Local: { IsRef: true } local } reference => OfAll(local, reference, value => OfPlace(value, depth + 1)),
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None, Type.IsValueType: true } parameter } => parameter,
        IFieldReferenceOperation { Field: { RefKind: RefKind.None, ContainingType.IsValueType: true }, Instance: { } owner } => OfPlace(owner, depth + 1),
        _ => null,
    };

    private static ISymbol? OfAll(ILocalSymbol local, IOperation use, System.Func<IOperation, ISymbol?> variableOf)
    {
        IOperation[] values = AssignedValues.Of(local, use).SelectMany(Acquisitions.Choices).Where(value => value is not IDefaultValueOperation).ToArray();
        ISymbol?[] variables = values.Select(variableOf).ToArray();
        return variables.Any(variable => variable is null) ? null : variables.FirstOrDefault();
    }

    // The list of a PinnedListHead is in native memory, and what other properties return is theirs to know.
    private static bool IsInOwner(IPropertySymbol property) =>
        property.IsInGeneratedCode()
        && HeadsOf(property.ContainingType).FirstOrDefault(head => OwnerNames.Of(property.ContainingType).PropertyOf(head.Name) == property.Name) is { Type.IsValueType: true };

    private static IEnumerable<IFieldSymbol> HeadsOf(INamedTypeSymbol owner) => owner.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && field.Type.IsAnyHead());
}
