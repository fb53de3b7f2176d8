using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// Types that mention <c>dynamic</c>: to the runtime it is <c>object</c>, and generated code must not implement an interface of it.
/// </summary>
internal static class DynamicTypes
{
    /// <summary>Returns a type with <c>object</c> in place of <c>dynamic</c> in its arguments.</summary>
    public static ITypeSymbol WithObjects(this ITypeSymbol type, Compilation compilation) => type switch
    {
        INamedTypeSymbol { IsUnboundGenericType: false } named when named.AllTypeArguments().Any(Mention) =>
            named.OriginalDefinition.ConstructAll(named.AllTypeArguments().Select(argument => WithObject(argument, compilation)).ToImmutableArray()),
        IArrayTypeSymbol array when Mention(array) => compilation.CreateArrayTypeSymbol(WithObject(array.ElementType, compilation), array.Rank),
        IPointerTypeSymbol pointer when Mention(pointer) => compilation.CreatePointerTypeSymbol(WithObject(pointer.PointedAtType, compilation)),
        _ => type,
    };

    private static ITypeSymbol WithObject(ITypeSymbol type, Compilation compilation) =>
        type.TypeKind == TypeKind.Dynamic ? compilation.GetSpecialType(SpecialType.System_Object) : type.WithObjects(compilation);

    private static bool Mention(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Dynamic } => true,
        INamedTypeSymbol named => named.AllTypeArguments().Any(Mention),
        IArrayTypeSymbol array => Mention(array.ElementType),
        IPointerTypeSymbol pointer => Mention(pointer.PointedAtType),
        _ => false,
    };
}
