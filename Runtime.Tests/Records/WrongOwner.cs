using System.Runtime.InteropServices;

namespace IntrusiveLists.Tests;

#pragma warning disable ILIST207 // Stands for generated code, which records must not believe.

/// <summary>An owner that describes itself as a test says: a lock at 0, a head where the test wants it.</summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
internal struct WrongOwner : IHeadProvider
{
    public static nint HeadOffset { get; set; }

    readonly void IHeadProvider.DescribeHeads(IntrusiveRecordBuilder record)
    {
        record.AddLock<ListLock>("Lock", 0);
        record.AddHead<Item, Item.NodeLink, ListHead>("Head", HeadOffset, "Lock");
    }
}
