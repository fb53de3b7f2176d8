using System;
using System.Linq;
using System.Threading;
using IntrusiveLists.Tests.Locks;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>What records know of owners: heads, arrays of heads, locks.</summary>
public sealed class HeadRecordTests
{
    [Fact]
    public void KnowsTheHeadsOfAnOwnerWithoutALock()
    {
        HeadRecord head = IntrusiveRecord.Of<Owner>().Heads[1];
        Assert.Equal(nameof(Owner._others), head.Name);
        Assert.Equal(16, head.Offset);
        Assert.Equal(1, head.Count);
        Assert.Equal(typeof(Item), head.Element);
        Assert.Equal(nameof(Item.Other), head.Node);
        Assert.Equal(24, head.NodeOffset);
        Assert.Null(head.Lock);
        Assert.Same(IntrusiveRecord.Of<Item>(), head.ElementRecord);
        Assert.Empty(IntrusiveRecord.Of<Owner>().Locks);
    }

    [Fact]
    public void KnowsALockAndWhatItGuards()
    {
        var record = IntrusiveRecord.Of<JobList>();
        LockRecord guard = Assert.Single(record.Locks);
        Assert.Equal((nameof(JobList.Lock), typeof(ListLock), 0), (guard.Name, guard.Type, guard.Offset));
        Assert.Same(guard, Assert.Single(record.Heads).Lock);
        Assert.Equal([guard, record.Heads[0]], record.Fields);
        Assert.Equal(typeof(SpinLock), Assert.Single(IntrusiveRecord.Of<SpinJobList>().Locks).Type);
    }

    [Fact]
    public void KnowsAnOwnerThatIsAnElementItself()
    {
        var record = IntrusiveRecord.Of<Nested<int>.Middle>();
        Assert.Equal(["Node @ 0: node", "_leaves @ 16: head of Nested<int>.Leaf through Node @ 8"], record.Fields.Select(field => field.ToString()).Select(Spelled));
        Assert.Same(record, Assert.Single(IntrusiveRecord.Of<Nested<int>>().Heads).ElementRecord);
        Assert.Same(IntrusiveRecord.Of<Nested<int>.Leaf>(), Assert.Single(record.Heads).ElementRecord);
    }

    [Fact]
    public void InstancesOfAGenericTypeHaveRecordsOfTheirOwn()
    {
        Assert.Equal(typeof(Nested<int>.Middle), Assert.Single(IntrusiveRecord.Of<Nested<int>>().Heads).Element);
        Assert.Equal(typeof(Nested<decimal>.Middle), Assert.Single(IntrusiveRecord.Of<Nested<decimal>>().Heads).Element);
        Assert.NotEqual(IntrusiveRecord.Of<Nested<int>>().Heads[0].Offset, IntrusiveRecord.Of<Nested<decimal>>().Heads[0].Offset);
    }

    [Theory]
    [InlineData(0, "overlaps the lock")]
    [InlineData(2, "overlaps half of the lock")]
    [InlineData(4, "is misaligned")]
    [InlineData(-16, "lies before the owner")]
    [InlineData(24, "ends behind the owner")]
    [InlineData(32, "lies behind the owner")]
    public void AWrongHeadIsRefused(int offset, string reason)
    {
        WrongOwner.HeadOffset = offset;
        Exception? exception = Record.Exception(() => IntrusiveRecord.Of<WrongOwner>());
        Assert.True(exception is InvalidOperationException, reason);
        Assert.Contains($"'{nameof(WrongOwner)}'", exception.Message);
    }

    [Fact]
    public void AWrongElementIsFoundOutWhenItsRecordIsNeeded()
    {
        HeadRecord head = Assert.Single(IntrusiveRecord.Of<OwnerOfWrongElement>().Heads);
        Assert.Throws<InvalidOperationException>(() => head.ElementRecord);
    }

    [Fact]
    public void AHeadSeesANodeThatIsRegisteredLater()
    {
        HeadRecord head = Assert.Single(IntrusiveRecord.Of<OwnerOfLateNode>().Heads);
        Assert.Empty(head.ElementRecord.Nodes);
        AdjustableLink<ElementWithLateNode>.NextOffset = 8;
        IntrusiveRecord.Register<ElementWithLateNode, AdjustableLink<ElementWithLateNode>>();
        Assert.Equal("Node8 @ 8: node", Assert.Single(head.ElementRecord.Nodes).ToString());
    }

    // Runtime names are those of the framework.
    private static string Spelled(string description) => description.Replace("Int32", "int");
}
