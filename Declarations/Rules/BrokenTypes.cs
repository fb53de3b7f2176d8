using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// Types with an error in them that the compiler reports: nothing can be said about them then.
/// </summary>
internal static class BrokenTypes
{
    /// <summary>Returns whether a type is one of them.</summary>
    /// <remarks>Fields are looked at as they are written: a generic type can contain pointers to ever larger types of itself.</remarks>
    public static bool Contain(ITypeSymbol type)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<ITypeSymbol>();
        pending.Push(type);
        while (pending.Count > 0)
        {
            ITypeSymbol current = pending.Pop();
            if (current.TypeKind is TypeKind.Error or TypeKind.Unknown)
            {
                return true;
            }

            // Most fields are of such types.
            if (current is INamedTypeSymbol { IsGenericType: false, SpecialType: not SpecialType.None } || (current.IsListNode() && current.DeclaringSyntaxReferences.IsEmpty))
            {
                continue;
            }

            if (current is INamedTypeSymbol named && !TypeFacts.CanBeNamed(named))
            {
                return true;
            }

            if (seen.Add(current))
            {
                PushParts(current, pending);
            }
        }

        return false;
    }

    private static void PushParts(ITypeSymbol type, Stack<ITypeSymbol> pending)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                pending.Push(array.ElementType);
                break;
            case IPointerTypeSymbol pointer:
                pending.Push(pointer.PointedAtType);
                break;
            case INamedTypeSymbol named:
                PushAll(named.AllTypeArguments(), pending);
                if (named is { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None })
                {
                    PushFields(named.OriginalDefinition, pending);
                }

                break;
        }
    }

    // Fields of the definition: those of a constructed type could be of ever larger types, as in struct S<T> { Ptr<S<S<T>>> next; }.
    private static void PushFields(INamedTypeSymbol definition, Stack<ITypeSymbol> pending)
    {
        foreach (IFieldSymbol field in definition.GetMembers().OfType<IFieldSymbol>())
        {
            if (!field.IsStatic)
            {
                pending.Push(field.Type);
            }
        }

        foreach (ITypeParameterSymbol parameter in definition.AllTypeParameters())
        {
            PushAll(parameter.ConstraintTypes, pending);
        }
    }

    private static void PushAll(ImmutableArray<ITypeSymbol> types, Stack<ITypeSymbol> pending)
    {
        foreach (ITypeSymbol type in types)
        {
            pending.Push(type);
        }
    }
}
