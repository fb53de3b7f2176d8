using System.Text;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// The names of links that cannot be nested in their elements: readable, and different for different nodes.
/// </summary>
internal static class LinkNames
{
    /// <summary>Returns the name for a definition: <c>Geometry_Point_NodeLink</c> for the node <c>Node</c> of <c>Geometry.Point</c>.</summary>
    /// <remarks>Underscores are doubled and arities follow one: no two full metadata names give one result, except that nesting reads like a namespace.</remarks>
    public static string Of(INamedTypeSymbol definition, string node)
    {
        var name = new StringBuilder();
        foreach (char character in TypeHierarchy.MetadataNameOf(definition))
        {
            _ = character switch
            {
                '_' => name.Append("__"),
                '.' or '+' or '`' => name.Append('_'),
                _ => name.Append(character),
            };
        }

        return $"{name}_{node.Replace("_", "__")}Link";
    }

    /// <summary>Returns the name for one closed type of a generic definition.</summary>
    public static string OfClosed(INamedTypeSymbol element, string node) => $"{Of(element.OriginalDefinition, node)}_{StableHash.Of(element.InCode())}";
}
