using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntrusiveLists.Declarations;

/// <summary>
/// How symbols are written: in generated code, and in messages.
/// </summary>
internal static class SymbolNames
{
    /// <summary>Returns a type as generated code names it: from <c>global::</c> on, keywords escaped.</summary>
    public static string InCode(this ITypeSymbol type) => type is INamedTypeSymbol named ? TypeFacts.InCode(named) : type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>Returns a type without its type arguments, as <c>typeof</c> names it in an attribute: <c>global::Outer&lt;&gt;.Inner</c>.</summary>
    public static string UnboundInCode(this INamedTypeSymbol type) => (type.IsGenericType ? type.ConstructUnboundGenericType() : type).InCode();

    /// <summary>
    /// Returns whether a name stands for a type and no other. It may be missing while it is typed, and one name may stand for types of two kinds;
    /// the compiler reports either.
    /// </summary>
    public static bool CanBeNamed(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.ContainingType)
        {
            if (!SyntaxFacts.IsValidIdentifier(level.Name)
                || !level.TypeParameters.All(static parameter => SyntaxFacts.IsValidIdentifier(parameter.Name))
                || !IsUnique(level.OriginalDefinition)
                || !IsValid(level.ContainingNamespace))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUnique(INamedTypeSymbol type)
    {
        INamespaceOrTypeSymbol container = (INamespaceOrTypeSymbol?)type.ContainingType ?? type.ContainingNamespace;
        ImmutableArray<INamedTypeSymbol> namesakes = container.GetTypeMembers(type.Name, type.Arity);
        return namesakes.Length == 1 || type.DeclaringSyntaxReferences.IsEmpty || namesakes.Count(other => other.MetadataName == type.MetadataName) == 1;
    }

    private static bool IsValid(INamespaceSymbol containing) =>
        containing.IsGlobalNamespace || (SyntaxFacts.IsValidIdentifier(containing.Name) && IsValid(containing.ContainingNamespace));

    /// <summary>Returns a symbol as messages name it: with the types around it, without namespaces unless it could be taken for a type of the runtime.</summary>
    public static string InMessage(this ISymbol symbol) =>
        symbol.ToDisplayString(IsNamesake(symbol) ? SymbolDisplayFormat.CSharpErrorMessageFormat : SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private static bool IsNamesake(ISymbol symbol) =>
        symbol is INamedTypeSymbol { Name: "ListNode" or "ListHead" or "PinnedListHead" } type && !type.IsListNode() && !type.IsAnyHead();
}
