using System.ComponentModel;

namespace IntrusiveLists;

/// <summary>
/// Describes the heads of the type that implements it, and the locks that guard them. Implemented by generated code only, on owners that are unmanaged structs.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHeadProvider
{
    /// <summary>Adds the locks and the heads of the type to its record.</summary>
    /// <param name="record">The record being built.</param>
    void DescribeHeads(IntrusiveRecordBuilder record);
}
