using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Knows the fields that the compiler keeps properties in. That they hold what must stay where it is, is reported of the property (ILIST103), once.
/// </summary>
internal static class BackingFields
{
    /// <summary>Returns whether an expression is <c>field</c> in an accessor, or such a field otherwise.</summary>
    public static bool IsBackingField(this IOperation operation) => operation is IFieldReferenceOperation { Field.AssociatedSymbol: IPropertySymbol };
}
