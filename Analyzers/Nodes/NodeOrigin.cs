using System;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Where the address of a list node leads: to a node of an element, or to a node of none, or nobody knows where.
/// </summary>
/// <param name="element">The type that declares the node, possibly unbound; null where there is none.</param>
/// <param name="name">The name of the node, or what is there instead.</param>
internal sealed class NodeOrigin(INamedTypeSymbol? element, string name) : IEquatable<NodeOrigin>
{
    /// <summary>An address of which nothing is known.</summary>
    public static readonly NodeOrigin Unknown = new(null, "");

    /// <summary>No address: it throws at run time.</summary>
    public static readonly NodeOrigin Null = new(null, "null");

    public INamedTypeSymbol? Element => element;

    public string Name => name;

    /// <summary>Gets what is there, for a message.</summary>
    public string Description => element is null ? name : $"'{NameInMessage}'";

    /// <summary>Gets the node as messages name it: <c>Foo.Node</c>.</summary>
    public string NameInMessage => $"{element!.InMessage()}.{name}";

    /// <summary>Returns the origin that is a node of an element.</summary>
    public static NodeOrigin Of(IFieldSymbol node) => new(node.ContainingType, node.Name);

    /// <summary>Returns the origin that is a node of no element.</summary>
    public static NodeOrigin Alone(string description) => new(null, description);

    /// <summary>Returns whether this is provably not the expected node.</summary>
    public bool IsOtherThan(NodeOrigin expected) => !Equals(Unknown) && !Equals(Null) && !(name == expected.Name && IsSameElement(element, expected.Element));

    public bool Equals(NodeOrigin? other) => other is not null && name == other.Name && SymbolEqualityComparer.Default.Equals(element, other.Element);

    public override bool Equals(object? obj) => Equals(obj as NodeOrigin);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(name);

    // An attribute names no type arguments.
    private static bool IsSameElement(INamedTypeSymbol? left, INamedTypeSymbol? right) =>
        SymbolEqualityComparer.Default.Equals(left, right)
        || ((IsUnbound(left) || IsUnbound(right)) && SymbolEqualityComparer.Default.Equals(left?.OriginalDefinition, right?.OriginalDefinition));

    private static bool IsUnbound(INamedTypeSymbol? type) => type?.IsUnboundGenericType == true;
}
