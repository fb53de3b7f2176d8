using System.Runtime.InteropServices;

namespace IntrusiveLists.Benchmarks;

/// <summary>What a round is told, the same for every contender: <c>struct plan</c> of <c>native/plan.h</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Plan
{
    /// <summary>The elements: each a key, a node of two pointers, and the rest.</summary>
    public byte* Elements;

    /// <summary>The order of the list: indexes of elements.</summary>
    public uint* Order;

    /// <summary>A random index for each step.</summary>
    public uint* Picks;

    public long Count;
    public long Steps;

    /// <summary>Memory for the heads.</summary>
    public void* Heads;
}
