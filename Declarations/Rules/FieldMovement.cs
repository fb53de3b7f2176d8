using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// Knows which fields do not stay where they are: those of objects, and those of types themselves.
/// </summary>
internal static class FieldMovement
{
    /// <summary>Returns whether the value of a field moves. What a reference refers to lies elsewhere.</summary>
    public static bool Moves(this IFieldSymbol field) => !field.IsConst && !FieldRules.IsReference(field) && (field.IsStatic ? !IsFixed(field) : IsInObject(field));

    /// <summary>Returns whether each thread has a static field of its own.</summary>
    public static bool IsThreadStatic(this IFieldSymbol field) =>
        field.IsStatic && field.GetAttributes().Any(attribute => attribute.AttributeClass?.IsFrameworkType("ThreadStaticAttribute", "System") == true);

    private static bool IsFixed(IFieldSymbol field) =>
        !field.IsThreadStatic() && field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(FixedAddressValueTypeAttribute));

    private static bool IsInObject(IFieldSymbol field) => field.ContainingType?.TypeKind == TypeKind.Class;
}
