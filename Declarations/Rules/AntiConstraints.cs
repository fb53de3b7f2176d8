using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntrusiveLists.Declarations;

/// <summary>
/// Reads <c>allows ref struct</c>, which the compiler that we are built against does not know: a newer one writes it where it displays a type.
/// </summary>
internal static class AntiConstraints
{
    // Older programs can use such a type, but not say the same.
    private const LanguageVersion CSharp13 = (LanguageVersion)1300;

    private static readonly SymbolDisplayFormat WithConstraints =
        new(genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints);

    /// <summary>Returns whether a type parameter may be a ref struct, and the program can say so of its own.</summary>
    public static bool AllowsRefStruct(ITypeParameterSymbol parameter, Compilation compilation)
    {
        if (compilation is not CSharpCompilation { LanguageVersion: >= CSharp13 } || parameter.ContainingType is not { } type)
        {
            return false;
        }

        ISymbol? constrained = null;
        ImmutableArray<SymbolDisplayPart> parts = type.OriginalDefinition.ToDisplayParts(WithConstraints);
        for (int index = 0; index < parts.Length; index++)
        {
            if (IsKeyword(parts[index], "where"))
            {
                constrained = parts.Skip(index).Select(part => part.Symbol).FirstOrDefault(symbol => symbol is ITypeParameterSymbol);
            }
            else if (IsKeyword(parts[index], "allows") && SymbolEqualityComparer.Default.Equals(constrained, parameter))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKeyword(SymbolDisplayPart part, string text) => part.Kind == SymbolDisplayPartKind.Keyword && part.ToString() == text;
}
