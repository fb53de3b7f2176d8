namespace IntrusiveLists;

/// <summary>
/// A field that the library knows about: what it is called and where it lies. The kernel's <c>struct btf_field</c>.
/// </summary>
public abstract class FieldRecord
{
    private protected FieldRecord(string name, int offset)
    {
        Name = name;
        Offset = offset;
    }

    /// <summary>Gets the name of the field.</summary>
    public string Name { get; }

    /// <summary>Gets the distance in bytes from the start of the type.</summary>
    public int Offset { get; }

    internal abstract int Size { get; }

    internal abstract int Alignment { get; }

    /// <summary>Gets what the field is, for a reader.</summary>
    private protected abstract string Description { get; }

    /// <summary>Returns the name, the offset and what the field is.</summary>
    /// <returns>A line, as <c>Ready @ 16: node</c>.</returns>
    public sealed override string ToString() => $"{Name} @ {Offset}: {Description}";
}
