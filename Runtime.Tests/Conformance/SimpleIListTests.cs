using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>What LLVM's unit tests ask of <c>simple_ilist</c>, asked of this list. See Conformance.md.</summary>
public sealed unsafe class SimpleIListTests : ListFixture
{
    [Fact]
    public void DefaultConstructor()
    {
        Assert.True(List.IsEmpty);
        Assert.Equal(0, List.Count());
        Assert.False(List.GetEnumerator().MoveNext());
    }

    [Fact]
    public void PushPopFront()
    {
        List.AddFirst(Elements[1]);
        List.AddFirst(Elements[0]);
        Expect([0, 1]);
        Assert.Equal(Elements[0], List.RemoveFirst());
        Expect([1]);
        Assert.Equal(Elements[1], List.RemoveFirst());
        Expect();
    }

    [Fact]
    public void PushPopBack()
    {
        List.AddLast(Elements[0]);
        List.AddLast(Elements[1]);
        Expect([0, 1]);
        Assert.Equal(Elements[1], List.RemoveLast());
        Expect([0]);
        Assert.Equal(Elements[0], List.RemoveLast());
        Expect();
    }

    [Fact]
    public void Swap()
    {
        Fill(2, 1);
        ThirdList.SpliceFirst(List);
        List.SpliceFirst(OtherList);
        OtherList.SpliceFirst(ThirdList);
        Expect([2], [0, 1]);
    }

    [Fact]
    public void InsertEraseAtEnd()
    {
        Fill(1);
        List.AddAfter(List.Last, Elements[1]);
        List.AddAfter(List.Last, Elements[2]);
        Expect([0, 1, 2]);
        List.Remove(List.Last);
        Expect([0, 1]);
    }

    [Fact]
    public void InsertAtBegin()
    {
        Fill(1);
        List.AddBefore(List.First, Elements[1]);
        List.AddBefore(List.First, Elements[2]);
        Expect([2, 1, 0]);
    }

    [Fact]
    public void Remove()
    {
        Fill(3);
        List.Remove(Elements[1]);
        Expect([0, 2]);
        List.Remove(Elements[0]);
        Expect([2]);
        List.Remove(Elements[2]);
        Expect();
    }

    [Fact]
    public void RemoveAndDispose()
    {
        Fill(3);
        List.Remove(Elements[1]);
        Scribble(Elements[1]);
        ListAssert.Holds(List, [Elements[0], Elements[2]], Elements);
    }

    [Fact]
    public void RemoveAndDisposeNullDeleter()
    {
        Fill(3);
        Elements[1].Value.Rank = 42;
        List.Remove(Elements[1]);
        Assert.Equal(42, Elements[1].Value.Rank);
        Expect([0, 2]);
    }

    [Fact]
    public void Erase()
    {
        Fill(3);
        Ptr<Item> next = List.Next(Elements[1]);
        List.Remove(Elements[1]);
        Assert.Equal(Elements[2], next);
        Assert.Equal(Elements[0], List.Previous(next));
        Expect([0, 2]);
    }

    [Fact]
    public void ReverseIterator()
    {
        Fill(3);
        IntrusiveList<Item, Item.NodeLink>.ReverseEnumerator elements = List.Reversed();
        foreach (int expected in new[] { 2, 1, 0 })
        {
            Assert.True(elements.MoveNext());
            Assert.Equal(Elements[expected], elements.Current);
        }

        Assert.False(elements.MoveNext());
    }

    [Fact]
    public void EraseAndDispose()
    {
        Fill(3);
        foreach (Ptr<Item> element in List.StartingAt(Elements[1]))
        {
            List.Remove(element);
            Scribble(element);
        }

        ListAssert.Holds(List, [Elements[0]], Elements);
    }

    [Fact]
    public void EraseAndDisposeNullDeleter()
    {
        Fill(3);
        foreach (Ptr<Item> element in List.StartingAt(Elements[1]))
        {
            List.Remove(element);
        }

        Expect([0]);
    }

    [Fact]
    public void EraseRange()
    {
        Fill(5);
        OtherList.MoveRangeToLast(Elements[1], Elements[3]);
        OtherList.Clear();
        Expect([0, 4]);
    }

    [Fact]
    public void EraseAndDisposeRange()
    {
        Fill(5);
        OtherList.MoveRangeToLast(Elements[1], Elements[3]);
        foreach (Ptr<Item> element in OtherList.Drain())
        {
            Scribble(element);
        }

        ListAssert.Holds(List, [Elements[0], Elements[4]], Elements);
        Assert.True(OtherList.IsEmpty);
    }

    [Fact]
    public void EraseAndDisposeRangeNullDeleter()
    {
        Fill(5);
        OtherList.MoveRangeToLast(Elements[1], Elements[3]);
        var drained = new List<Ptr<Item>>();
        foreach (Ptr<Item> element in OtherList.Drain())
        {
            drained.Add(element);
        }

        Assert.Equal(Elements.Take(1..4), drained);
        Expect([0, 4]);
    }

    [Fact]
    public void Clear()
    {
        Fill(2);
        List.Clear();
        Expect();
    }

    [Fact]
    public void ClearAndDispose()
    {
        Fill(2);
        foreach (Ptr<Item> element in List.Drain())
        {
            Scribble(element);
        }

        ListAssert.Holds(List, [], Elements);
    }

    [Fact]
    public void ClearAndDisposeNullDeleter()
    {
        Fill(2);
        foreach (Ptr<Item> element in List.Drain())
        {
            Assert.False(Item.NodeLink.IsLinked(element));
        }

        Expect();
    }

    [Fact]
    public void SpliceList()
    {
        Fill(2, 2);
        List.SpliceBefore(List.Last, OtherList);
        Expect([0, 2, 3, 1]);
    }

    [Fact]
    public void SpliceSingle()
    {
        Fill(2, 3);
        List.MoveBefore(List.Last, Elements[3]);
        Expect([0, 3, 1], [2, 4]);
    }

    [Fact]
    public void SpliceRange()
    {
        Fill(2, 4);
        ThirdList.MoveRangeToLast(Elements[3], Elements[4]);
        List.SpliceBefore(List.Last, ThirdList);
        Expect([0, 3, 4, 1], [2, 5]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Merge(bool intoOther)
    {
        Arrange([0, 3, 4, 8], [1, 2, 5, 6, 7, 9]);
        MergeLists(intoOther, static (x, y) => x.Value.Key.CompareTo(y.Value.Key));
        ExpectMerged(intoOther, [.. Enumerable.Range(0, 10)]);
    }

    [Theory]
    [InlineData(false, new[] { 0, 3, 4, 1, 2 })]
    [InlineData(true, new[] { 1, 2, 0, 3, 4 })]
    public void MergeIsStable(bool intoOther, int[] expected)
    {
        Arrange([0, 3, 4], [1, 2]);
        MergeLists(intoOther, static (_, _) => 0);
        ExpectMerged(intoOther, expected);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void MergeEmpty(bool intoOther)
    {
        Fill(4);
        MergeLists(intoOther, static (x, y) => x.Value.Key.CompareTo(y.Value.Key));
        ExpectMerged(intoOther, [0, 1, 2, 3]);
    }

    [Fact]
    public void MergeBothEmpty()
    {
        MergeLists(intoOther: false, static (x, y) => x.Value.Key.CompareTo(y.Value.Key));
        Expect();
    }

    [Fact]
    public void Sort()
    {
        Arrange([3, 4, 0, 8, 1, 2, 6, 7, 9, 5]);
        List.Sort(static (x, y) => x.Value.Key.CompareTo(y.Value.Key));
        Expect([.. Enumerable.Range(0, 10)]);
    }

    [Fact]
    public void SortIsStable()
    {
        Arrange([3, 4, 7, 8, 1, 2, 6, 0, 9, 5]);
        List.Sort(static (x, y) => (x.Value.Key >= 5).CompareTo(y.Value.Key >= 5));
        Expect([3, 4, 1, 2, 0, 7, 8, 6, 9, 5]);
    }

    [Fact]
    public void SortEmpty()
    {
        List.Sort(static (x, y) => x.Value.Key.CompareTo(y.Value.Key));
        Expect();
    }

    [Fact]
    public void TaggedLists()
    {
        int[] order = [0, 1, 2, 3, 4, 7, 9];
        int[] otherOrder = [2, 5, 6, 7, 8, 4, 9, 1];
        Arrange(order);
        foreach (int element in otherOrder)
        {
            ListOverOtherNode.AddLast(Elements[element]);
        }

        Expect(order);
        ExpectOverOtherNode(otherOrder);
    }

    /// <summary>Overwrites an element, as the next user of freed memory does.</summary>
    private static void Scribble(Ptr<Item> element) => NativeMemory.Fill(element, (nuint)sizeof(Item), 0xDD);

    private void MergeLists(bool intoOther, System.Comparison<Ptr<Item>> comparison)
    {
        if (intoOther)
        {
            OtherList.Merge(List, comparison);
        }
        else
        {
            List.Merge(OtherList, comparison);
        }
    }

    private void ExpectMerged(bool intoOther, int[] expected)
    {
        if (intoOther)
        {
            Expect([], expected);
        }
        else
        {
            Expect(expected);
        }
    }
}
