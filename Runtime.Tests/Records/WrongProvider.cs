using System.Runtime.InteropServices;

namespace IntrusiveLists.Tests;

#pragma warning disable ILIST207 // Stands for generated code, which records must not believe.

/// <summary>A type whose description of itself places a node outside it.</summary>
[StructLayout(LayoutKind.Sequential, Size = 40)]
internal struct WrongProvider : INodeProvider
{
    readonly void INodeProvider.DescribeNodes(IntrusiveRecordBuilder record)
    {
        AdjustableLink<WrongProvider>.NextOffset = 32;
        record.AddNode<WrongProvider, AdjustableLink<WrongProvider>>();
    }
}
