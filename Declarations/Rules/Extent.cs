using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// How much room a value takes on a 64-bit system, in bytes.
/// </summary>
internal readonly record struct Extent(int Size, int Alignment)
{
    private const int PointerSize = 8;

    /// <summary>Returns the extent of a field; null when it is not known.</summary>
    public static Extent? Of(IFieldSymbol field) => Of(field, new Dictionary<ISymbol, Extent?>(SymbolEqualityComparer.Default));

    /// <summary>Returns where a field lies in a packed sequential type; null when that is not known.</summary>
    public static int? SequentialOffset(IFieldSymbol wanted, int pack)
    {
        int offset = 0;
        foreach (IFieldSymbol field in InstanceFields(wanted.ContainingType))
        {
            if (Of(field) is not { } extent)
            {
                return null;
            }

            offset = AlignUp(offset, Math.Min(pack, extent.Alignment));
            if (SymbolEqualityComparer.Default.Equals(field, wanted))
            {
                return offset;
            }

            offset += extent.Size;
        }

        return null;
    }

    private static Extent? Of(IFieldSymbol field, Dictionary<ISymbol, Extent?> known)
    {
        if (field.RefKind != RefKind.None)
        {
            return new Extent(PointerSize, PointerSize);
        }

        if (!field.IsFixedSizeBuffer)
        {
            return Of(field.Type, known);
        }

        ITypeSymbol? item = (field.Type as IPointerTypeSymbol)?.PointedAtType;
        return item is not null && Of(item, known) is { } extent ? extent with { Size = extent.Size * field.FixedSize } : null;
    }

    private static Extent? Of(ITypeSymbol type, Dictionary<ISymbol, Extent?> known) => type switch
    {
        { TypeKind: TypeKind.Error or TypeKind.TypeParameter } => null,
        { IsReferenceType: true } or IPointerTypeSymbol or IFunctionPointerTypeSymbol => new Extent(PointerSize, PointerSize),
        INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } => Of(underlying, known),
        INamedTypeSymbol { TypeKind: TypeKind.Struct } structure => OfPrimitive(structure) ?? OfKnown(structure) ?? OfStructure(structure, known),
        _ => null,
    };

    private static Extent? OfPrimitive(INamedTypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte => new Extent(1, 1),
        SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16 => new Extent(2, 2),
        SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single => new Extent(4, 4),
        SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double or SpecialType.System_DateTime => new Extent(8, 8),
        SpecialType.System_IntPtr or SpecialType.System_UIntPtr => new Extent(PointerSize, PointerSize),
        SpecialType.System_Decimal => new Extent(16, 8),
        _ => null,
    };

    private static Extent? OfKnown(INamedTypeSymbol type) => type switch
    {
        _ when type.IsListNode() || type.IsListHead() => new Extent(2 * PointerSize, PointerSize),
        _ when type.IsPtr() => new Extent(PointerSize, PointerSize),
        _ when type.IsLock() => new Extent(4, 4),
        _ when type.IsFrameworkType("Guid", "System") => new Extent(16, 4),
        _ when type.IsFrameworkType("TimeSpan", "System") => new Extent(8, 8),
        _ => null,
    };

    private static Extent? OfStructure(INamedTypeSymbol type, Dictionary<ISymbol, Extent?> known)
    {
        if (known.TryGetValue(type, out Extent? extent) || known.TryGetValue(type.OriginalDefinition, out extent))
        {
            return extent;
        }

        // What contains itself, even with other type arguments, has no end.
        known[type.OriginalDefinition] = null;
        extent = MeasureStructure(type, known);
        known.Remove(type.OriginalDefinition);
        known[type] = extent;
        return extent;
    }

    private static Extent? MeasureStructure(INamedTypeSymbol type, Dictionary<ISymbol, Extent?> known)
    {
        int length = InlineArrayLength(type);
        if (Layout.Of(type) is not { Kind: not LayoutKind.Auto } layout || length < 1 || !type.IsUnmanagedType)
        {
            return null;
        }

        int end = 0;
        int alignment = 1;
        foreach (IFieldSymbol field in InstanceFields(type))
        {
            if (Of(field, known) is not { } extent)
            {
                return null;
            }

            int fieldAlignment = layout.Pack > 0 ? Math.Min(layout.Pack, extent.Alignment) : extent.Alignment;
            int offset = layout.Kind == LayoutKind.Explicit ? Layout.ExplicitOffset(field) ?? 0 : AlignUp(end, fieldAlignment);
            end = Math.Max(end, offset + extent.Size);
            alignment = Math.Max(alignment, fieldAlignment);
        }

        int size = Math.Max(AlignUp(Math.Max(end, 1), alignment), layout.Size);
        return length > int.MaxValue / size ? null : new Extent(size * length, alignment);
    }

    private static int InlineArrayLength(INamedTypeSymbol type)
    {
        AttributeData? attribute = type.GetAttributes().FirstOrDefault(candidate => candidate.AttributeClass?.Name == "InlineArrayAttribute");
        return attribute is null ? 1 : attribute.ConstructorArguments.FirstOrDefault().Scalar() as int? ?? 0;
    }

    private static IEnumerable<IFieldSymbol> InstanceFields(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic);

    private static int AlignUp(int offset, int alignment) => (offset + alignment - 1) / alignment * alignment;
}
