using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// How a type of this compilation asks to be laid out.
/// </summary>
/// <param name="Kind">The kind of layout.</param>
/// <param name="Pack">The largest alignment of a field; 0 for the natural one.</param>
/// <param name="Size">The smallest size of the type.</param>
internal readonly record struct Layout(LayoutKind Kind, int Pack, int Size)
{
    /// <summary>Returns the layout of a type; null when it is not known.</summary>
    public static Layout? Of(INamedTypeSymbol type)
    {
        if (type.DeclaringSyntaxReferences.IsEmpty)
        {
            return null;
        }

        AttributeData? attribute = Find(type, nameof(StructLayoutAttribute));
        if (attribute is null)
        {
            return new Layout(type.TypeKind == TypeKind.Struct ? LayoutKind.Sequential : LayoutKind.Auto, 0, 0);
        }

        // The constructor also takes a short.
        LayoutKind? kind = attribute.ConstructorArguments.FirstOrDefault().Scalar() switch
        {
            int value => (LayoutKind)value,
            short value => (LayoutKind)value,
            _ => null,
        };
        return kind is null ? null : new Layout(kind.Value, NumberOf(attribute, nameof(StructLayoutAttribute.Pack)), NumberOf(attribute, nameof(StructLayoutAttribute.Size)));
    }

    /// <summary>Returns the offset that a field asks for. A negative one is an error of the compiler.</summary>
    public static int? ExplicitOffset(IFieldSymbol field)
    {
        AttributeData? attribute = Find(field, nameof(FieldOffsetAttribute));
        return attribute?.ConstructorArguments.FirstOrDefault().Scalar() is int offset and >= 0 ? offset : null;
    }

    private static int NumberOf(AttributeData attribute, string name) => attribute.Named(name)?.Scalar() as int? ?? 0;

    private static AttributeData? Find(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.IsFrameworkType(name, "System", "Runtime", "InteropServices") == true);
}
