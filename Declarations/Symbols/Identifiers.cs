using Microsoft.CodeAnalysis.CSharp;

namespace IntrusiveLists.Declarations;

/// <summary>
/// The names that are derived from fields, and how names are written in code.
/// </summary>
internal static class Identifiers
{
    private static readonly string[] Prefixes = ["m_", "s_", "_"];

    /// <summary>Returns the name of the list property of a head: <c>_ready</c> gives <c>Ready</c>, <c>Ready</c> gives <c>ReadyList</c>.</summary>
    public static string PropertyOf(string head)
    {
        string name = Capitalised(head);
        return name == head ? head + "List" : name;
    }

    /// <summary>Returns the name of the link of a node: <c>_byAge</c> and <c>ByAge</c> give <c>ByAgeLink</c>.</summary>
    public static string LinkOf(string node) => Capitalised(node) + "Link";

    /// <summary>Returns a name as code writes it. Contextual keywords are escaped too: what they mean depends on the place and on the language version.</summary>
    public static string InCode(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>Returns the name of a field as part of another: <c>_gate</c> gives <c>Gate</c>.</summary>
    public static string Capitalised(string field) => WithCapital(WithoutPrefix(field));

    private static string WithoutPrefix(string field)
    {
        foreach (string prefix in Prefixes)
        {
            if (field.Length > prefix.Length && field.StartsWith(prefix, System.StringComparison.Ordinal))
            {
                return field.Substring(prefix.Length);
            }
        }

        return field;
    }

    private static string WithCapital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);
}
