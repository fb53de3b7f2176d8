using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// How visible a list property may be: no more than its type (CS0053).
/// </summary>
internal static class Visibility
{
    /// <summary>Returns the accessibility of the property of a head: the field's, at least internal, lowered to what its link and its element allow.</summary>
    public static Accessibility OfProperty(IFieldSymbol head, INamedTypeSymbol element, Accessibility link, INamedTypeSymbol? linkContainer)
    {
        Level[] types = [.. LevelsOf(element), new Level(link, linkContainer)];
        return Candidates(head.DeclaredAccessibility, link).First(candidate =>
            candidate == Accessibility.Private || Array.TrueForAll(types, type => Covers(type, LevelsOf(candidate, head.ContainingType))));
    }

    /// <summary>Returns an accessibility as C# writes it.</summary>
    public static string InCode(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Public => "public",
        Accessibility.ProtectedOrInternal => "protected internal",
        Accessibility.Private => "private",
        _ => "internal",
    };

    private static IEnumerable<Accessibility> Candidates(Accessibility field, Accessibility link)
    {
        if (link == Accessibility.Public)
        {
            if (field == Accessibility.Public)
            {
                yield return Accessibility.Public;
            }

            if (field is Accessibility.Protected or Accessibility.ProtectedOrInternal)
            {
                yield return Accessibility.ProtectedOrInternal;
            }
        }

        yield return Accessibility.Internal;
        yield return Accessibility.Private;
    }

    /// <summary>Returns whether a type can be seen from everywhere where a member can be seen, the types around both considered.</summary>
    private static bool Covers(Level type, IEnumerable<Level> member) => type.Accessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => member.Any(level =>
            level.Accessibility is Accessibility.Internal or Accessibility.Private or Accessibility.ProtectedAndInternal),
        _ => member.Any(level => level.Accessibility == Accessibility.Private && IsWithin(level.Container, type)),
    };

    private static bool IsWithin(INamedTypeSymbol? inner, Level type)
    {
        for (INamedTypeSymbol? outer = inner; outer is not null; outer = outer.ContainingType)
        {
            if (IsOrDerives(outer, type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOrDerives(INamedTypeSymbol type, Level wanted)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = wanted.Accessibility == Accessibility.Private ? null : current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, wanted.Container?.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Level> LevelsOf(Accessibility member, INamedTypeSymbol container) =>
        new[] { new Level(member, container) }.Concat(container.WithContainingTypes().Select(type => new Level(type.DeclaredAccessibility, type.ContainingType)));

    private static IEnumerable<Level> LevelsOf(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol named => named.WithContainingTypes()
            .Select(level => new Level(level.DeclaredAccessibility, level.ContainingType))
            .Concat(named.AllTypeArguments().SelectMany(LevelsOf)),
        IPointerTypeSymbol pointer => LevelsOf(pointer.PointedAtType),
        IArrayTypeSymbol array => LevelsOf(array.ElementType),
        _ => [],
    };

    /// <summary>An accessibility and the type inside which it is meant.</summary>
    private readonly record struct Level(Accessibility Accessibility, INamedTypeSymbol? Container);
}
