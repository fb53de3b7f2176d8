using System.Runtime.InteropServices;

namespace IntrusiveLists.Tests;

#pragma warning disable ILIST207 // Stands for generated code, which records must not believe.

[StructLayout(LayoutKind.Sequential, Size = 16)]
internal struct OwnerOfWrongElement : IHeadProvider
{
    readonly void IHeadProvider.DescribeHeads(IntrusiveRecordBuilder record) =>
        record.AddHead<WrongProvider, AdjustableLink<WrongProvider>, ListHead>("Head", 0, null);
}
