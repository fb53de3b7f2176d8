using System;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>What a generated link does with an element alone.</summary>
public sealed unsafe class ListLinkTests : ListFixture
{
    [Fact]
    public void TheOffsetIsWhereTheNodeLies()
    {
        Ptr<Item> element = Elements[0];
        Assert.Equal((byte*)&element.Pointer->Node - (byte*)element.Pointer, (long)default(Item.NodeLink).Offset);
        Assert.Equal((byte*)&element.Pointer->Other - (byte*)element.Pointer, (long)default(Item.OtherLink).Offset);
        Assert.Equal(70_000, (long)default(FarItem.NodeLink).Offset);
    }

    [Fact]
    public void NodeOfIsTheNode()
    {
        Ptr<Item> element = Elements[1];
        Assert.Equal((Ptr<ListNode>)(&element.Pointer->Node), Item.NodeLink.NodeOf(element));
        Assert.Equal((Ptr<ListNode>)(&element.Pointer->Other), Item.OtherLink.NodeOf(element));
    }

    [Fact]
    public void ContainerOfIsTheElementAgain()
    {
        Ptr<Item> element = Elements[1];
        Assert.Equal(element, Item.NodeLink.ContainerOf(&element.Pointer->Node));
        Assert.Equal(element, Item.OtherLink.ContainerOf(&element.Pointer->Other));
    }

    [Fact]
    public void IsLinkedIsAboutThisNodeAlone()
    {
        List.AddLast(Elements[0]);
        Assert.True(Item.NodeLink.IsLinked(Elements[0]));
        Assert.True(Elements[0].Value.Node.IsLinked);
        Assert.False(Item.OtherLink.IsLinked(Elements[0]));
        Assert.False(Elements[0].Value.Other.IsLinked);
        Assert.False(Item.NodeLink.IsLinked(Elements[1]));
    }

    [Fact]
    public void UnlinkNeedsNoList()
    {
        Fill(3);
        ListOverOtherNode.AddLast(Elements[1]);
        Item.NodeLink.Unlink(Elements[1]);
        Expect([0, 2]);
        ExpectOverOtherNode([1]);
        Item.OtherLink.Unlink(Elements[1]);
        ExpectOverOtherNode();
    }

    [Fact]
    public void UnlinkRefusesAnElementThatIsNotLinkedThroughThisNode()
    {
        Fill(3);
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => Item.OtherLink.Unlink(Elements[1]));
        Assert.Contains("'Item'", exception.Message);
        Assert.Contains("'Other'", exception.Message);
        Expect([0, 1, 2]);
    }

    [Fact]
    public void AnElementOnTwoListsLeavesEachAlone()
    {
        Fill(2);
        ListOverOtherNode.AddLast(Elements[1]);
        ListOverOtherNode.AddLast(Elements[0]);
        List.Clear();
        Expect();
        ExpectOverOtherNode([1, 0]);
    }
}
