using System.Reflection;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Reads extension blocks, which the compiler that we are built against does not know.
/// </summary>
internal static class ExtensionBlocks
{
    private static readonly PropertyInfo? ExtensionParameter = typeof(INamedTypeSymbol).GetProperty("ExtensionParameter");

    /// <summary>Returns the receiver of a member of an extension block, which is a parameter; null for any other member.</summary>
    public static IParameterSymbol? ReceiverParameter(this ISymbol member) =>
        member is { IsStatic: false, ContainingType: { } type } ? ExtensionParameter?.GetValue(type) as IParameterSymbol : null;
}
