namespace IntrusiveLists;

/// <summary>
/// Binds an element type to one of its nodes: what a list needs to know to get from the one to the other.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <remarks>Implemented by generated code only (ILIST207): a wrong offset would corrupt memory.</remarks>
public interface IListLink<[AddressStable] T>
    where T : unmanaged
{
    /// <summary>Gets the distance in bytes from the start of an element to the node. A constant after compilation.</summary>
    nint Offset { get; }

    /// <summary>Gets the name of the node field, for messages.</summary>
    string NodeName { get; }
}
