using System.Runtime.InteropServices;

namespace IntrusiveLists.Benchmarks;

/// <summary>An element of 32 bytes, laid out as <c>struct element</c> of the native peers.</summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
internal partial struct SmallElement : IElement
{
    public long Number;
    public ListNode Node;

    public readonly long Key => Number;
}
