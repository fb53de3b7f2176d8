using System.ComponentModel;

namespace IntrusiveLists;

/// <summary>
/// Describes the nodes of the type that implements it. Implemented by generated code only, on partial elements: it needs neither reflection nor registration.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INodeProvider
{
    /// <summary>Adds the nodes of the type to its record.</summary>
    /// <param name="record">The record being built.</param>
    void DescribeNodes(IntrusiveRecordBuilder record);
}
