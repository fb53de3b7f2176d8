using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Tells whether two expressions are one place, however often they are evaluated: the same variables, fields, <c>Ptr&lt;T&gt;.Value</c>, list properties and elements of arrays, in the same order.
/// </summary>
internal static class PlaceIdentity
{
    // Longer chains are not written by people.
    private const int MaximalLength = 30;

    /// <summary>Returns whether two expressions are provably one place, as long as no variable in them is assigned in between.</summary>
    public static bool AreSame(IOperation? left, IOperation? right)
    {
        for (int length = 0; length < MaximalLength; length++)
        {
            IOperation? first = left is null ? null : Origin(left);
            IOperation? second = right is null ? null : Origin(right);
            if (first is null || second is null)
            {
                return first is null && second is null && length > 0;
            }

            if (!IsSameStep(first, second))
            {
                return false;
            }

            if (first is not IMemberReferenceOperation and not IArrayElementReferenceOperation && PointerOf(first) is null)
            {
                return true;
            }

            left = Base(first);
            right = Base(second);
        }

        return false;
    }

    /// <summary>Returns the variables on which it depends which place an expression is.</summary>
    public static IEnumerable<ISymbol> VariablesOf(IOperation place) => place.DescendantsAndSelf().Select(operation => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        _ => (ISymbol?)null,
    }).OfType<ISymbol>();

    // A list in a variable that is assigned once is what it was assigned from.
    private static IOperation Origin(IOperation operation)
    {
        IOperation current = operation.Plain();
        for (int length = 0; length < MaximalLength && current is ILocalReferenceOperation { Local: { } local } && (local.Type.IsIntrusiveList() || local.Type.IsIntrusiveListArray()) && Variables.OnlyValueOf(local, current) is { } value; length++)
        {
            current = value.Plain();
        }

        return current;
    }

    private static IOperation? Base(IOperation operation) => operation switch
    {
        IMemberReferenceOperation member => member.Instance,
        IArrayElementReferenceOperation element => element.ArrayReference,
        _ => PointerOf(operation),
    };

    // The compiler has no operation for what a pointer points at.
    private static IOperation? PointerOf(IOperation operation) =>
        operation is { Kind: OperationKind.None, ChildOperations.Count: 1 } && operation.ChildOperations.First() is { Type: IPointerTypeSymbol } pointer ? pointer : null;

    private static bool IsSameStep(IOperation left, IOperation right) => (left, right) switch
    {
        (ILocalReferenceOperation first, ILocalReferenceOperation second) => SymbolEqualityComparer.Default.Equals(first.Local, second.Local),
        (IParameterReferenceOperation first, IParameterReferenceOperation second) => SymbolEqualityComparer.Default.Equals(first.Parameter, second.Parameter),
        (IInstanceReferenceOperation first, IInstanceReferenceOperation second) => first.ReferenceKind == second.ReferenceKind,
        (IFieldReferenceOperation first, IFieldReferenceOperation second) => SymbolEqualityComparer.Default.Equals(first.Field, second.Field),
        (IPropertyReferenceOperation first, IPropertyReferenceOperation second) => IsSteady(first.Property) && SymbolEqualityComparer.Default.Equals(first.Property, second.Property) && AreSameIndices(first.Arguments.Select(argument => argument.Value), second.Arguments.Select(argument => argument.Value)),
        (IArrayElementReferenceOperation first, IArrayElementReferenceOperation second) => AreSameIndices(first.Indices, second.Indices),
        _ => PointerOf(left) is not null && PointerOf(right) is not null,
    };

    private static bool AreSameIndices(IEnumerable<IOperation> left, IEnumerable<IOperation> right) => left.Count() == right.Count() && left.Zip(right, IsSameIndex).All(same => same);

    private static bool IsSameIndex(IOperation left, IOperation right) => left.ConstantValue.HasValue
        ? right.ConstantValue.HasValue && Equals(left.ConstantValue.Value, right.ConstantValue.Value)
        : left.Plain() is ILocalReferenceOperation or IParameterReferenceOperation && AreSame(left, right);

    private static bool IsSteady(IPropertySymbol property) =>
        property.Parameters.IsEmpty ? property.IsInGeneratedCode() || property.ContainingType.IsPtr() || property.ContainingType.IsValueScope() : property.ContainingType.IsIntrusiveListArray();
}
