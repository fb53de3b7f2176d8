using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// What every head, node and lock must be, tagged or not: writable, aligned, and alone in its place (ILIST009, ILIST010).
/// </summary>
internal static class FieldRules
{
    /// <summary>Returns whether a field is one of these. Other locks than our own are none of our business where there are no heads.</summary>
    public static bool Concern(IFieldSymbol field) =>
        field.CanBeReferencedByName
        && (field.Type.IsAnyHead() || field.Type.IsListNode() || field.Type.IsListLock() || (field.Type.IsLock() && IsBesideHead(field)) || OwnerLocks.Of(field.ContainingType).Guards(field));

    /// <summary>Returns what is wrong with a head, node or lock as a field.</summary>
    public static IEnumerable<Problem> Check(IFieldSymbol field)
    {
        Location location = field.Locations.FirstOrDefault() ?? Location.None;

        if (RejectReadOnly(field) is { } writer)
        {
            yield return Problem.At(location, RuleIdentifiers.ReadOnlyHeadOrNode, field.InMessage(), writer);
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
        (field.Type.IsListNode() || field.Type.IsListHead() || field.Type.IsListHeadArray()) && (IsReference(field) ? field.RefKind != RefKind.Ref && field.Tags().Length > 0 : field.IsReadOnly);

    private static bool IsBesideHead(IFieldSymbol field) => field.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(other => other.Type.IsAnyHead());

    /// <summary>Returns what would write to a field that is readonly.</summary>
    private static string? RejectReadOnly(IFieldSymbol field) => field switch
    {
        // What moves must go elsewhere (ILIST103), and what takes its place may well be readonly.
        _ when IsReadOnlyHeadOrNode(field) && !field.Moves() => $"list operations write to the {field.Type.Name}",
        { IsReadOnly: true, RefKind: RefKind.None, Type.IsValueType: true } when field.Type.IsListLock() || OwnerLocks.Of(field.ContainingType).Guards(field) => $"entering the {field.Type.Name} writes to it",
        _ => null,
    };
}
