using System.Runtime.InteropServices;

namespace IntrusiveLists.Tests;

#pragma warning disable ILIST207 // Generated descriptions are right; records are to find those that are not.

[StructLayout(LayoutKind.Sequential, Size = 16)]
internal struct OwnerOfLateNode : IHeadProvider
{
    readonly void IHeadProvider.DescribeHeads(IntrusiveRecordBuilder record) =>
        record.AddHead<ElementWithLateNode, AdjustableLink<ElementWithLateNode>, ListHead>("Head", 0, null);
}
