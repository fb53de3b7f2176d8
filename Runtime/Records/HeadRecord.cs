using System;

namespace IntrusiveLists;

/// <summary>
/// A head of an owner, or an array of heads. The kernel's <c>struct btf_field</c> of kind <c>BPF_LIST_HEAD</c>, with its <c>struct btf_field_graph_root</c>.
/// </summary>
public sealed unsafe class HeadRecord : FieldRecord
{
    internal HeadRecord(string name, int offset, int count, ElementType element, string node, int nodeOffset, LockRecord? guard)
        : base(name, offset)
    {
        Count = count;
        ElementType = element;
        Node = node;
        NodeOffset = nodeOffset;
        Lock = guard;
    }

    /// <summary>Gets the number of heads: 1, or the length of the array.</summary>
    public int Count { get; }

    /// <summary>Gets the type of the elements.</summary>
    public Type Element => ElementType.Type;

    /// <summary>Gets the record of the elements. O(1), apart from the first call for each type.</summary>
    /// <exception cref="InvalidOperationException">The fields of the element are wrong; see <see cref="IntrusiveRecord.Of{T}"/>.</exception>
    public IntrusiveRecord ElementRecord => ElementType.Record;

    /// <summary>Gets the name of the node that links the elements.</summary>
    public string Node { get; }

    /// <summary>Gets the distance in bytes from the start of an element to that node.</summary>
    public int NodeOffset { get; }

    /// <summary>Gets the lock that guards the head, or null.</summary>
    public LockRecord? Lock { get; }

    internal ElementType ElementType { get; }

    internal override int Size => checked(Count * sizeof(ListHead));

    internal override int Alignment => sizeof(void*);

    private protected override string Description
    {
        get
        {
            string heads = Count == 1 ? "head" : $"{Count} heads";
            string guarded = Lock is null ? "" : $", guarded by {Lock.Name}";
            return $"{heads} of {Throw.NameOf(Element)} through {Node} @ {NodeOffset}{guarded}";
        }
    }
}
