using System;

namespace IntrusiveLists;

/// <summary>
/// Says what a list head holds: elements of one type, linked through one node field of that type.
/// </summary>
/// <remarks>
/// <para>
/// This is the declaration tag of the library. The source generator reads it and adds the typed list to the owner;
/// the analyzers reject every tag that does not name an element and a node of it.
/// Apply it to a field of type <see cref="ListHead"/>, <see cref="PinnedListHead"/>, or an inline array of <see cref="ListHead"/>.
/// </para>
/// <para>The kernel's counterpart is <c>__contains(type, node)</c> on a <c>bpf_list_head</c>.</para>
/// </remarks>
/// <example>
/// <code>
/// public partial struct Server
/// {
///     [Contains(typeof(Connection), nameof(Connection.Ready))] private ListHead _readyQueue;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ContainsAttribute : Attribute
{
    /// <summary>Tags a head with the element type that it holds and the node that links the elements.</summary>
    /// <param name="element">The type of the elements: an unmanaged struct that declares <paramref name="node"/>.</param>
    /// <param name="node">The name of the <see cref="ListNode"/> field of <paramref name="element"/> that the list links.</param>
    public ContainsAttribute(Type element, string node)
    {
        Element = element;
        Node = node;
    }

    /// <summary>Gets the type of the elements.</summary>
    public Type Element { get; }

    /// <summary>Gets the name of the node field that links the elements.</summary>
    public string Node { get; }

    /// <summary>Gets or sets the name of the generated list property; <see langword="null"/> derives it from the field's name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the name of the field that guards the head, where the owner has more than one lock, or where that is an <c>object</c>.</summary>
    /// <remarks>
    /// A single <see cref="ListLock"/>, <see cref="System.Threading.SpinLock"/> or, in a class, <c>System.Threading.Lock</c> guards every head beside it without being named.
    /// The list of a guarded head is reached through the generated <c>EnterLock()</c> alone; where two locks guard heads, through a method for each, such as <c>EnterGate()</c> for <c>_gate</c>.
    /// Static heads are guarded by static locks, the others by the others.
    /// </remarks>
    public string? Lock { get; set; }
}
