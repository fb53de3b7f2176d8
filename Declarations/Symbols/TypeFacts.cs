using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// What is asked about one type again and again: found once for each type, not once for each tag.
/// </summary>
internal sealed class TypeFacts
{
    // Keyed by symbol, which belongs to one compilation or to what it refers to, and kept no longer than that.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, TypeFacts> Known = new();

    private string? _inCode;
    private TypeHierarchy? _hierarchy;
    private Answer _canBeNamed;
    private Answer _isBroken;

    private enum Answer : byte
    {
        Unknown,
        No,
        Yes,
    }

    /// <summary>Returns the type as generated code names it.</summary>
    public static string InCode(INamedTypeSymbol type)
    {
        TypeFacts facts = Of(type);
        return facts._inCode ??= type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
    }

    /// <summary>Returns the type with everything around it.</summary>
    public static TypeHierarchy HierarchyOf(INamedTypeSymbol type)
    {
        TypeFacts facts = Of(type);
        return facts._hierarchy ??= TypeHierarchy.Of(type);
    }

    /// <inheritdoc cref="SymbolNames.CanBeNamed"/>
    public static bool CanBeNamed(INamedTypeSymbol type)
    {
        TypeFacts facts = Of(type);
        if (facts._canBeNamed == Answer.Unknown)
        {
            facts._canBeNamed = type.CanBeNamed() ? Answer.Yes : Answer.No;
        }

        return facts._canBeNamed == Answer.Yes;
    }

    /// <summary>Returns whether a type has an error in it that the compiler reports.</summary>
    public static bool IsBroken(INamedTypeSymbol type)
    {
        TypeFacts facts = Of(type);
        if (facts._isBroken == Answer.Unknown)
        {
            facts._isBroken = BrokenTypes.Contain(type) ? Answer.Yes : Answer.No;
        }

        return facts._isBroken == Answer.Yes;
    }

    private static TypeFacts Of(INamedTypeSymbol type) => Known.GetValue(type, static _ => new TypeFacts());
}
