using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// A generic type together with the types around it: its parameters and arguments counted from the outermost type inwards.
/// </summary>
internal static class TypeParameters
{
    /// <summary>Returns the type and the types around it, the outermost first.</summary>
    public static ImmutableArray<INamedTypeSymbol> WithContainingTypes(this INamedTypeSymbol type)
    {
        if (type.ContainingType is null)
        {
            return ImmutableArray.Create(type);
        }

        var types = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            types.Push(current);
        }

        return types.ToImmutableArray();
    }

    public static ImmutableArray<ITypeParameterSymbol> AllTypeParameters(this INamedTypeSymbol type) =>
        type.ContainingType is null ? type.TypeParameters : type.WithContainingTypes().SelectMany(level => level.TypeParameters).ToImmutableArray();

    public static ImmutableArray<ITypeSymbol> AllTypeArguments(this INamedTypeSymbol type) =>
        type.ContainingType is null ? type.TypeArguments : type.WithContainingTypes().SelectMany(level => level.TypeArguments).ToImmutableArray();

    /// <summary>Returns the type parameters that code in a type cannot name, because another one or a nested type has the name there.</summary>
    public static IEnumerable<ITypeParameterSymbol> HiddenTypeParameters(this INamedTypeSymbol type)
    {
        if (type.ContainingType is null || !type.IsGenericType)
        {
            return [];
        }

        ImmutableArray<INamedTypeSymbol> levels = type.OriginalDefinition.WithContainingTypes();
        return from level in Enumerable.Range(0, levels.Length)
               from parameter in levels[level].TypeParameters
               where levels.Skip(level + 1).Any(inner => Hides(inner, parameter.Name))
               select parameter;
    }

    /// <summary>Returns every type that the name of a type mentions.</summary>
    public static IEnumerable<INamedTypeSymbol> DefinitionsIn(this ITypeSymbol type) => type switch
    {
        INamedTypeSymbol named => named.WithContainingTypes().Select(level => level.OriginalDefinition).Concat(named.AllTypeArguments().SelectMany(DefinitionsIn)),
        IArrayTypeSymbol array => DefinitionsIn(array.ElementType),
        IPointerTypeSymbol pointer => DefinitionsIn(pointer.PointedAtType),
        _ => [],
    };

    /// <summary>Returns whether a type is one of type parameters, or made of them.</summary>
    public static bool Mentions(this ITypeSymbol type, ITypeParameterSymbol parameter) => type switch
    {
        ITypeParameterSymbol own => SymbolEqualityComparer.Default.Equals(own, parameter),
        INamedTypeSymbol named => named.AllTypeArguments().Any(argument => argument.Mentions(parameter)),
        IArrayTypeSymbol array => array.ElementType.Mentions(parameter),
        IPointerTypeSymbol pointer => pointer.PointedAtType.Mentions(parameter),
        _ => false,
    };

    /// <summary>Returns whether <c>typeof</c> leaves type arguments open, as in <c>typeof(Lru&lt;&gt;.Entry)</c>.</summary>
    public static bool IsUnbound(this INamedTypeSymbol type) => type.IsGenericType && type.WithContainingTypes().Any(level => level.IsUnboundGenericType);

    /// <summary>Supplies the arguments of a generic definition, those of the types around it included.</summary>
    public static INamedTypeSymbol ConstructAll(this INamedTypeSymbol definition, ImmutableArray<ITypeSymbol> arguments)
    {
        INamedTypeSymbol? constructed = null;
        int used = 0;
        foreach (INamedTypeSymbol level in definition.WithContainingTypes())
        {
            INamedTypeSymbol current = constructed is null ? level : constructed.GetTypeMembers(level.Name, level.Arity).First();
            if (level.Arity > 0)
            {
                current = current.Construct(arguments.Skip(used).Take(level.Arity).ToArray());
                used += level.Arity;
            }

            constructed = current;
        }

        return constructed!;
    }

    private static bool Hides(INamedTypeSymbol type, string name)
    {
        bool hides = type.TypeParameters.Any(parameter => parameter.Name == name);
        for (INamedTypeSymbol? current = type; current is not null && !hides; current = current.BaseType)
        {
            hides = current.GetTypeMembers(name, 0).Any(nested => !nested.IsGenerated());
        }

        return hides;
    }
}
