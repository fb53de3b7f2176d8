namespace IntrusiveLists;

/// <summary>
/// A node of an element: what it is called and where it lies. The kernel's <c>struct btf_field</c> of kind <c>BPF_LIST_NODE</c>.
/// </summary>
public sealed class NodeRecord
{
    internal NodeRecord(string name, int offset)
    {
        Name = name;
        Offset = offset;
    }

    /// <summary>Gets the name of the field.</summary>
    public string Name { get; }

    /// <summary>Gets the distance in bytes from the start of the element.</summary>
    public int Offset { get; }

    /// <summary>Returns the name and the offset.</summary>
    /// <returns>The name and the offset, as <c>Ready @ 16</c>.</returns>
    public override string ToString() => $"{Name} @ {Offset}";
}
