using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>The layout that others rely on: two pointers, as in C.</summary>
public sealed unsafe class SizeTests
{
    private static readonly int Pointer = sizeof(nint);

    [Fact]
    public void ANodeIsTwoPointers() => Assert.Equal(2 * Pointer, Unsafe.SizeOf<ListNode>());

    [Fact]
    public void AHeadIsTwoPointers() => Assert.Equal(2 * Pointer, Unsafe.SizeOf<ListHead>());

    [Fact]
    public void APtrIsOnePointer() => Assert.Equal(Pointer, Unsafe.SizeOf<Ptr<FarItem>>());

    [Fact]
    public void ANodeIsAlignedAsAPointer() => Assert.Equal(Pointer, (int)Marshal.OffsetOf<ByteThen<ListNode>>(nameof(ByteThen<>.Value)));

    [Fact]
    public void AHeadIsAlignedAsAPointer() => Assert.Equal(Pointer, (int)Marshal.OffsetOf<ByteThen<ListHead>>(nameof(ByteThen<>.Value)));

    [Fact]
    public void AnElementHasNoHiddenParts() => Assert.Equal((2 * sizeof(int)) + (2 * sizeof(ListNode)), Unsafe.SizeOf<Item>());

    [Fact]
    public void AnOwnerHasNoHiddenParts() => Assert.Equal(2 * sizeof(ListHead), Unsafe.SizeOf<Owner>());

    /// <summary>In a list of one: the head's links, first before last, and the node's, next before previous, all at their places in memory.</summary>
    [Fact]
    public void NextComesBeforePreviousAndFirstBeforeLast()
    {
        using var world = new World(elements: 2, HeadKind.Zeroed);
        world.Nodes.Fill(2);
        nint head = (nint)world.Head(0);
        nint first = (nint)RawNode.Of<Item, Item.NodeLink>(world[0]);
        nint last = (nint)RawNode.Of<Item, Item.NodeLink>(world[1]);
        Assert.Equal([first, last], Words(head));
        Assert.Equal([last, head], Words(first));
        Assert.Equal([head, first], Words(last));
    }

    private static nint[] Words(nint address) => [((nint*)address)[0], ((nint*)address)[1]];

    [StructLayout(LayoutKind.Sequential)]
    private struct ByteThen<[AddressStable] T>
        where T : unmanaged
    {
        public byte Byte;
        public T Value;
    }
}
