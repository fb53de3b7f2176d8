using System;
using System.Linq;
using System.Runtime.CompilerServices;
using Xunit;

namespace IntrusiveLists.Tests;

public sealed class IntrusiveRecordTests
{
    [Fact]
    public void KnowsTheNodesOfAPartialElement()
    {
        var record = IntrusiveRecord.Of<Item>();
        Assert.Equal(Unsafe.SizeOf<Item>(), record.Size);
        Assert.Equal(["Node @ 8: node", "Other @ 24: node"], record.Nodes.Select(node => node.ToString()));
        Assert.Equal([nameof(Item.Node), nameof(Item.Other)], record.Nodes.Select(node => node.Name));
        Assert.Equal([default(Item.NodeLink).Offset, default(Item.OtherLink).Offset], record.Nodes.Select(node => (nint)node.Offset));
    }

    [Fact]
    public void KnowsANodeBeyond64KB()
    {
        var record = IntrusiveRecord.Of<FarItem>();
        Assert.Equal(70_016, record.Size);
        Assert.Equal(70_000, Assert.Single(record.Nodes).Offset);
    }

    [Fact]
    public void KnowsTheNodesOfAGenericElement()
    {
        Assert.Equal("Node @ 0: node", Assert.Single(IntrusiveRecord.Of<Cache<int, long>.Entry<byte>>().Nodes).ToString());
        Assert.Equal(Unsafe.SizeOf<Cache<byte, byte>.Entry<byte>>(), IntrusiveRecord.Of<Cache<byte, byte>.Entry<byte>>().Size);
    }

    [Fact]
    public void IsEmptyForATypeThatNoTagNames()
    {
        var record = IntrusiveRecord.Of<UntaggedElement>();
        Assert.Equal(Unsafe.SizeOf<UntaggedElement>(), record.Size);
        Assert.Empty(record.Nodes);
    }

    [Fact]
    public void RegistrationAddsANodeOnceAndKeepsTheOrder()
    {
        Register<TwoNodes>(24);
        Register<TwoNodes>(8);
        Register<TwoNodes>(24);
        Assert.Equal(["Node8 @ 8: node", "Node24 @ 24: node"], IntrusiveRecord.Of<TwoNodes>().Nodes.Select(node => node.ToString()));
    }

    [Fact]
    public void RegistrationAddsNothingToWhatTheTypeSaysItself()
    {
        IntrusiveRecord.Register<PageItem, PageItem.NodeLink>();
        Assert.Equal("Node @ 4088: node", Assert.Single(IntrusiveRecord.Of<PageItem>().Nodes).ToString());
    }

    [Theory]
    [InlineData(8, "overlaps the node from before", "Node16")]
    [InlineData(24, "overlaps the node from behind", "Node24")]
    [InlineData(36, "is misaligned", "Node36")]
    [InlineData(-16, "lies before the element", "Node-16")]
    [InlineData(-8, "begins before the element", "Node-8")]
    [InlineData(56, "ends behind the element", "Node56")]
    [InlineData(64, "lies behind the element", "Node64")]
    public void AWrongNodeIsRefused(int offset, string reason, string named)
    {
        Register<NodeInTheMiddle>(16);
        var exception = Record.Exception(() => Register<NodeInTheMiddle>(offset)) as InvalidOperationException;
        Assert.True(exception != null, reason);
        Assert.Contains($"'{named}'", exception.Message);
        Assert.Contains($"'{nameof(NodeInTheMiddle)}'", exception.Message);
        Assert.Equal("Node16 @ 16: node", Assert.Single(IntrusiveRecord.Of<NodeInTheMiddle>().Nodes).ToString());
    }

    [Fact]
    public void ATypeThatDescribesItselfWronglyIsRefusedEachTime()
    {
        for (int attempt = 0; attempt < 2; attempt++)
        {
            InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => IntrusiveRecord.Of<WrongProvider>());
            Assert.Contains($"'{nameof(WrongProvider)}'", exception.Message);
        }
    }

    [Fact]
    public void TheNodesCannotBeChanged() =>
        Assert.Throws<NotSupportedException>(((System.Collections.Generic.IList<NodeRecord>)IntrusiveRecord.Of<Item>().Nodes).Clear);

    private static void Register<T>(nint offset)
        where T : unmanaged
    {
        AdjustableLink<T>.NextOffset = offset;
        IntrusiveRecord.Register<T, AdjustableLink<T>>();
    }
}
