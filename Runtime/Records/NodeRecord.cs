namespace IntrusiveLists;

/// <summary>
/// A node of an element. The kernel's <c>struct btf_field</c> of kind <c>BPF_LIST_NODE</c>.
/// </summary>
public sealed unsafe class NodeRecord : FieldRecord
{
    internal NodeRecord(string name, int offset)
        : base(name, offset)
    {
    }

    internal override int Size => sizeof(ListNode);

    internal override int Alignment => sizeof(void*);

    private protected override string Description => "node";
}
