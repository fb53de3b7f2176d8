namespace IntrusiveLists.Declarations;

/// <summary>
/// A link that is to be generated: it binds an element to one of its nodes.
/// </summary>
/// <param name="Nesting">The partial element that the link is nested in; null for a link in the namespace of links.</param>
/// <param name="Name">The name of the link.</param>
/// <param name="TypeParameters">The type parameters of a link that is not nested, as <c>&lt;T&gt;</c>; empty otherwise.</param>
/// <param name="Constraints">The constraint clauses of those type parameters.</param>
/// <param name="IsPublic">Whether the link is public; otherwise it is internal.</param>
/// <param name="Element">The element type, as generated code names it inside the link.</param>
/// <param name="Definition">The definition of the element type, as attributes name it.</param>
/// <param name="Node">The name of the node.</param>
/// <param name="NodeInCode">The name of the node, escaped.</param>
internal sealed record LinkModel(
    TypeHierarchy? Nesting,
    string Name,
    string TypeParameters,
    EquatableArray<string> Constraints,
    bool IsPublic,
    string Element,
    string Definition,
    string Node,
    string NodeInCode)
{
    /// <summary>Gets whether an element can be unlinked without its list at hand: not where a lock guards the list.</summary>
    public bool HasUnlink { get; init; } = true;
}
