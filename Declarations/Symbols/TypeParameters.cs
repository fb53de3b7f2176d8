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
        type.WithContainingTypes().SelectMany(level => level.TypeParameters).ToImmutableArray();

    public static ImmutableArray<ITypeSymbol> AllTypeArguments(this INamedTypeSymbol type) =>
        type.WithContainingTypes().SelectMany(level => level.TypeArguments).ToImmutableArray();

    /// <summary>Returns whether <c>typeof</c> leaves type arguments open, as in <c>typeof(Lru&lt;&gt;.Entry)</c>.</summary>
    public static bool IsUnbound(this INamedTypeSymbol type) => type.WithContainingTypes().Any(level => level.IsUnboundGenericType);

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
}
