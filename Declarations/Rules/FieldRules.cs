using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// What every head, node and lock must be, tagged or not: writable, aligned, and alone in its place (ILIST009, ILIST010); and a head must not move (ILIST103).
/// </summary>
internal static class FieldRules
{
    /// <summary>Returns what is wrong with a head, node or lock as a field.</summary>
    public static IEnumerable<Problem> Check(IFieldSymbol field)
    {
        Location location = field.Locations.FirstOrDefault() ?? Location.None;
        string? movement = !IsReference(field) && field.Type.IsListHead() ? MovesBecause(field) : null;
        if (movement is not null)
        {
            yield return Problem.At(location, RuleIdentifiers.MovableHead, field.InMessage(), movement);
        }

        // A head that moves becomes a PinnedListHead, which may well be readonly.
        if (movement is null && IsReadOnlyHeadOrNode(field))
        {
            yield return Problem.At(location, RuleIdentifiers.ReadOnlyHeadOrNode, field.InMessage(), field.Type.Name);
        }

        if (!IsReference(field) && LayoutRules.Reject(field) is { } layout)
        {
            yield return Problem.At(location, RuleIdentifiers.InvalidLayout, field.InMessage(), layout);
        }
    }

    /// <summary>Returns whether a field is a reference to its value: what it refers to lies elsewhere. Older compilers do not have such fields.</summary>
    public static bool IsReference(IFieldSymbol field) => field.RefKind != RefKind.None;

    /// <summary>Returns whether a field is a head or node that cannot be written to. A readonly reference may refer to one that can.</summary>
    public static bool IsReadOnlyHeadOrNode(IFieldSymbol field) =>
        (field.Type.IsListNode() || field.Type.IsListHead()) && (IsReference(field) ? field.RefKind != RefKind.Ref && field.Tags().Length > 0 : field.IsReadOnly);

    private static string? MovesBecause(IFieldSymbol field) => field switch
    {
        { IsStatic: true } when field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(FixedAddressValueTypeAttribute)) => null,
        { IsStatic: true } => "it is static and not marked [FixedAddressValueType]",
        { ContainingType.TypeKind: TypeKind.Class } => $"'{field.ContainingType.InMessage()}' is a class",
        _ => null,
    };
}
