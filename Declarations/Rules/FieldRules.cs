using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// What every head, node and lock must be, tagged or not: writable, aligned, and alone in its place (ILIST009, ILIST010).
/// </summary>
internal static class FieldRules
{
    /// <summary>Returns what is wrong with a head, node or lock as a field.</summary>
    public static IEnumerable<Problem> Check(IFieldSymbol field)
    {
        Location location = field.Locations.FirstOrDefault() ?? Location.None;

        // What moves must go elsewhere (ILIST103), and what takes its place may well be readonly.
        if (IsReadOnlyHeadOrNode(field) && !field.Moves())
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
        (field.Type.IsListNode() || field.Type.IsListHead() || field.Type.IsListHeadArray()) && (IsReference(field) ? field.RefKind != RefKind.Ref && field.Tags().Length > 0 : field.IsReadOnly);
}
