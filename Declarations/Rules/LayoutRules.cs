using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// Where fields lie (ILIST010), on a 64-bit system. Says nothing where it does not know: types of other assemblies do not tell how they are laid out.
/// </summary>
internal static class LayoutRules
{
    /// <summary>Returns why a head, node or lock must not lie where it does.</summary>
    public static string? Reject(IFieldSymbol field)
    {
        INamedTypeSymbol type = field.ContainingType;
        if (field.IsStatic || Layout.Of(type) is not { } layout || HasNaturalLayout(layout) || Extent.Of(field) is not { } extent)
        {
            return null;
        }

        return layout.Kind switch
        {
            LayoutKind.Explicit => RejectExplicit(field, extent),
            LayoutKind.Sequential when layout.Pack > 0 && type.IsUnmanagedType => RejectMisaligned(Extent.SequentialOffset(field, layout.Pack), extent),
            _ => null,
        };
    }

    private static bool HasNaturalLayout(Layout layout) => layout.Kind == LayoutKind.Auto || (layout.Kind == LayoutKind.Sequential && layout.Pack <= 0);

    private static string? RejectExplicit(IFieldSymbol field, Extent extent)
    {
        if (Layout.ExplicitOffset(field) is not { } offset)
        {
            return null;
        }

        foreach (IFieldSymbol other in field.ContainingType.GetMembers().OfType<IFieldSymbol>())
        {
            bool comparable = !other.IsStatic && !SymbolEqualityComparer.Default.Equals(other, field);
            if (comparable && Layout.ExplicitOffset(other) is { } otherOffset)
            {
                // A type of unknown size has at least one byte.
                int otherSize = Extent.Of(other)?.Size ?? 1;
                if (offset < otherOffset + otherSize && otherOffset < offset + extent.Size)
                {
                    return $"it overlaps '{other.Name}'";
                }
            }
        }

        return RejectMisaligned(offset, extent);
    }

    private static string? RejectMisaligned(int? offset, Extent extent) =>
        offset % extent.Alignment > 0 ? $"it lies at offset {offset}, which is not a multiple of {extent.Alignment}" : null;
}
