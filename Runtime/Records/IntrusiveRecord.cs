using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace IntrusiveLists;

/// <summary>
/// What the library knows about a type: its size and its nodes, sorted by offset. The kernel's <c>struct btf_record</c>.
/// </summary>
/// <remarks>
/// It holds the nodes that a <see cref="ContainsAttribute"/> names. Generated code supplies them, without reflection: a partial element by itself,
/// any other when the assembly that tags it is first used.
/// </remarks>
public sealed class IntrusiveRecord
{
    internal IntrusiveRecord(int size, NodeRecord[] nodes)
    {
        Size = size;
        Nodes = Array.AsReadOnly(nodes);
    }

    /// <summary>Gets the size of the type in bytes.</summary>
    public int Size { get; }

    /// <summary>Gets the nodes, sorted by offset.</summary>
    public IReadOnlyList<NodeRecord> Nodes { get; }

    /// <summary>Returns the record of a type. O(1), apart from the first call for each type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The record, which is empty for a type that no tag names.</returns>
    /// <exception cref="InvalidOperationException">Two nodes overlap, or one is misaligned or lies outside the type.</exception>
    public static IntrusiveRecord Of<[AddressStable] T>()
        where T : unmanaged => RecordRegistry<T>.Current;

    /// <summary>Adds the node of a link to the record of its element. For generated code only.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TLink">The generated link.</typeparam>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Register<T, TLink>()
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => RecordRegistry<T>.Add<TLink>();
}
