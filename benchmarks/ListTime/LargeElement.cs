using System.Runtime.InteropServices;

namespace IntrusiveLists.Benchmarks;

/// <summary>An element of 256 bytes, laid out as <c>struct element</c> of the native peers.</summary>
[StructLayout(LayoutKind.Sequential, Size = 256)]
internal partial struct LargeElement : IElement
{
    public long Number;
    public ListNode Node;

    public readonly long Key => Number;
}
