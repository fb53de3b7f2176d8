using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// What the library knows about a type: its size, and its heads, nodes and locks, each sorted by offset. The kernel's <c>struct btf_record</c>.
/// </summary>
/// <remarks>
/// <para>
/// It holds the heads that are tagged with <see cref="ContainsAttribute"/>, the locks that guard them, and the nodes that some tag names.
/// Generated code supplies them, without reflection: an owner and a partial element by themselves, the nodes of any other element when the assembly that tags it is first used.
/// Where the framework has no module initializers (.NET Framework, Mono, Unity), a program calls the generated <c>IntrusiveLists.Links.Registration_<i>assembly</i>.Register()</c> for those; until then a pool does not notice that such an element is still linked.
/// Static heads belong to no value and are not part of it; nor are the heads and nodes of structs that the type embeds, which have records of their own.
/// </para>
/// </remarks>
public sealed class IntrusiveRecord
{
    private readonly Type _type;

    internal IntrusiveRecord(Type type, int size, FieldRecord[] fields)
    {
        _type = type;
        Size = size;
        Fields = Array.AsReadOnly(fields);
        Heads = Select<HeadRecord>(fields);
        Nodes = Select<NodeRecord>(fields);
        Locks = Select<LockRecord>(fields);
        Probe = new NodeProbe(Nodes);
    }

    /// <summary>Gets the size of the type in bytes.</summary>
    public int Size { get; }

    /// <summary>Gets the heads, nodes and locks, sorted by offset.</summary>
    public IReadOnlyList<FieldRecord> Fields { get; }

    /// <summary>Gets the heads, sorted by offset.</summary>
    public IReadOnlyList<HeadRecord> Heads { get; }

    /// <summary>Gets the nodes, sorted by offset.</summary>
    public IReadOnlyList<NodeRecord> Nodes { get; }

    /// <summary>Gets the locks that guard heads, sorted by offset.</summary>
    public IReadOnlyList<LockRecord> Locks { get; }

    /// <summary>Gets what looks for linked nodes in a value of the type.</summary>
    internal NodeProbe Probe { get; }

    /// <summary>Returns the record of a type. O(1), apart from the first call for each type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The record, which is empty for a type that has no tagged head and that no tag names.</returns>
    /// <exception cref="InvalidOperationException">Two of the fields overlap, or one is misaligned or lies outside the type.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntrusiveRecord Of<[AddressStable] T>()
        where T : unmanaged => RecordRegistry<T>.Current;

    /// <summary>Adds the node of a link to the record of its element. For generated code only.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TLink">The generated link.</typeparam>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Register<T, TLink>()
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => RecordRegistry<T>.Add<TLink>();

    /// <summary>Returns the type with its size, and a line for each field.</summary>
    /// <returns>A description for a reader.</returns>
    public override string ToString() =>
        string.Join(Environment.NewLine + "  ", Fields.Select(field => field.ToString()).Prepend($"{Throw.NameOf(_type)}: {Size} bytes"));

    private static IReadOnlyList<TField> Select<TField>(FieldRecord[] fields) => Array.AsReadOnly(fields.OfType<TField>().ToArray());
}
