using System;

namespace IntrusiveLists;

/// <summary>
/// States which node an address leads to, where the analyzers cannot see it: on a parameter, a return value, a property or a field of type <c>Ptr&lt;ListNode&gt;</c>.
/// </summary>
/// <remarks>
/// <para>
/// A link's <c>ContainerOf</c> takes the address of its own node and cannot tell it from another.
/// The analyzers follow addresses within a method (ILIST201, ILIST202); this attribute carries the fact from one method to the next, and is checked wherever a value is handed over.
/// </para>
/// <para>The kernel's verifier knows the type and offset behind every pointer.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class NodeOfAttribute : Attribute
{
    /// <summary>States that an address is that of a node of an element.</summary>
    /// <param name="element">The type of the element.</param>
    /// <param name="node">The name of the <see cref="ListNode"/> field of <paramref name="element"/>.</param>
    public NodeOfAttribute(Type element, string node)
    {
        Element = element;
        Node = node;
    }

    /// <summary>Gets the type of the element.</summary>
    public Type Element { get; }

    /// <summary>Gets the name of the node field.</summary>
    public string Node { get; }
}
