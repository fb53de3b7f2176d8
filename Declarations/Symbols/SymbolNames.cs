using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// How symbols are written: in generated code, and in messages.
/// </summary>
internal static class SymbolNames
{
    /// <summary>Returns a type as generated code names it: from <c>global::</c> on, keywords escaped.</summary>
    public static string InCode(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>Returns a symbol as messages name it: with the types around it, without namespaces unless it could be taken for a type of the runtime.</summary>
    public static string InMessage(this ISymbol symbol) =>
        symbol.ToDisplayString(IsNamesake(symbol) ? SymbolDisplayFormat.CSharpErrorMessageFormat : SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private static bool IsNamesake(ISymbol symbol) =>
        symbol is INamedTypeSymbol { Name: "ListNode" or "ListHead" or "PinnedListHead" } type && !type.IsListNode() && !type.IsAnyHead();
}
