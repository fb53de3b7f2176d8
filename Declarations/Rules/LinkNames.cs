using System.Text;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// The names of links that cannot be nested in their elements: readable, and different for different nodes.
/// </summary>
internal static class LinkNames
{
    /// <summary>Returns the name for a definition: <c>Geometry_Point_NodeLink</c> for the node <c>Node</c> of <c>Geometry.Point</c>.</summary>
    /// <remarks>
    /// An underscore separates; one of a name becomes <c>_0</c>, which neither the start of a name nor an arity is. So different names give different results,
    /// except that nesting reads like a namespace.
    /// </remarks>
    public static string Of(INamedTypeSymbol definition, string node) => $"{Escape(TypeHierarchy.MetadataNameOf(definition))}_{Escape(node)}Link";

    /// <summary>Returns the name for one closed type of a generic definition.</summary>
    public static string OfClosed(INamedTypeSymbol element, string node) => $"{Of(element.OriginalDefinition, node)}_{StableHash.Of(element.InCode())}";

    private static StringBuilder Escape(string name)
    {
        var escaped = new StringBuilder();
        foreach (char character in name)
        {
            _ = character switch
            {
                '_' => escaped.Append("_0"),
                '.' or '+' or '`' => escaped.Append('_'),
                _ => escaped.Append(character),
            };
        }

        return escaped;
    }
}
