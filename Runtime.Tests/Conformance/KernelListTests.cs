using System.Collections.Generic;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>What the kernel's KUnit suite <c>list-kunit-test</c> asks of <c>list_head</c>, asked of this list. See Conformance.md.</summary>
public sealed class KernelListTests : ListFixture
{
    [Fact]
    public void Init()
    {
        Assert.True(List.IsEmpty);
        Assert.True(new PinnedOwner().Items.IsEmpty);
        Expect();
    }

    [Fact]
    public void Add()
    {
        List.AddFirst(Elements[0]);
        List.AddFirst(Elements[1]);
        Expect([1, 0]);
    }

    [Fact]
    public void AddTail()
    {
        List.AddLast(Elements[0]);
        List.AddLast(Elements[1]);
        Expect([0, 1]);
    }

    [Fact]
    public void Del()
    {
        Fill(2);
        List.Remove(Elements[0]);
        Expect([1]);
    }

    [Fact]
    public void Replace()
    {
        Fill(2);
        List.Replace(Elements[0], Elements[2]);
        Expect([2, 1]);
    }

    [Fact]
    public void ReplaceInit()
    {
        Fill(2);
        List.Replace(Elements[0], Elements[2]);
        OtherList.AddLast(Elements[0]);
        Expect([2, 1], [0]);
    }

    [Fact]
    public void Swap()
    {
        Fill(2);
        List.Swap(Elements[0], Elements[1]);
        Expect([1, 0]);
        List.Swap(Elements[0], Elements[1]);
        Expect([0, 1]);
    }

    [Fact]
    public void DelInit()
    {
        Fill(2);
        List.Remove(Elements[0]);
        Assert.False(Item.NodeLink.IsLinked(Elements[0]));
        OtherList.AddLast(Elements[0]);
        Expect([1], [0]);
    }

    [Fact]
    public void Move()
    {
        Fill(1, 1);
        OtherList.MoveToFirst(Elements[0]);
        Expect([], [0, 1]);
    }

    [Fact]
    public void MoveTail()
    {
        Fill(1, 1);
        OtherList.MoveToLast(Elements[0]);
        Expect([], [1, 0]);
    }

    [Fact]
    public void BulkMoveTail()
    {
        Fill(4, 2);
        OtherList.MoveRangeToLast(Elements[1], Elements[2]);
        Expect([0, 3], [4, 5, 1, 2]);
    }

    [Fact]
    public void IsFirst()
    {
        Fill(2);
        Assert.True(List.IsFirst(Elements[0]));
        Assert.False(List.IsFirst(Elements[1]));
    }

    [Fact]
    public void IsLast()
    {
        Fill(2);
        Assert.False(List.IsLast(Elements[0]));
        Assert.True(List.IsLast(Elements[1]));
    }

    [Fact]
    public void Empty()
    {
        Fill(0, 1);
        Assert.True(List.IsEmpty);
        Assert.False(OtherList.IsEmpty);
    }

    [Fact]
    public void RotateLeft()
    {
        Fill(3);
        List.RotateLeft();
        Expect([1, 2, 0]);
    }

    [Fact]
    public void RotateToFront()
    {
        Fill(4);
        List.RotateToFirst(Elements[2]);
        Expect([2, 3, 0, 1]);
    }

    [Fact]
    public void IsSingular()
    {
        Assert.False(List.HasSingle);
        List.AddLast(Elements[0]);
        Assert.True(List.HasSingle);
        List.AddLast(Elements[1]);
        Assert.False(List.HasSingle);
    }

    [Fact]
    public void CutPosition()
    {
        Fill(3);
        List.CutThrough(Elements[1], OtherList);
        Expect([2], [0, 1]);
    }

    [Fact]
    public void CutBefore()
    {
        Fill(3);
        List.CutBefore(Elements[1], OtherList);
        Expect([1, 2], [0]);
    }

    [Fact]
    public void Splice()
    {
        Fill(2, 2);
        List.SpliceAfter(Elements[0], OtherList);
        Expect([0, 2, 3, 1]);
    }

    [Fact]
    public void SpliceTail()
    {
        Fill(2, 2);
        List.SpliceBefore(Elements[1], OtherList);
        Expect([0, 2, 3, 1]);
    }

    [Fact]
    public void SpliceInit()
    {
        Fill(2, 2);
        List.SpliceFirst(OtherList);
        Expect([2, 3, 0, 1]);
        OtherList.AddLast(Elements[4]);
        Expect([2, 3, 0, 1], [4]);
    }

    [Fact]
    public void SpliceTailInit()
    {
        Fill(2, 2);
        List.SpliceLast(OtherList);
        Expect([0, 1, 2, 3]);
        OtherList.AddLast(Elements[4]);
        Expect([0, 1, 2, 3], [4]);
    }

    [Fact]
    public void Entry() => Assert.Equal(Elements[0], Item.NodeLink.ContainerOf(Item.NodeLink.NodeOf(Elements[0])));

    [Fact]
    public void EntryIsHead()
    {
        Fill(2);
        Assert.True(List.Next(Elements[1]).IsNull);
        Assert.True(List.Previous(Elements[0]).IsNull);
        Assert.False(List.Next(Elements[0]).IsNull);
        Assert.False(List.Previous(Elements[1]).IsNull);
    }

    [Fact]
    public void FirstEntry()
    {
        Fill(2);
        Assert.Equal(Elements[0], List.First);
    }

    [Fact]
    public void LastEntry()
    {
        Fill(2);
        Assert.Equal(Elements[1], List.Last);
    }

    [Fact]
    public void FirstEntryOrNull()
    {
        Fill(0, 2);
        Assert.True(List.First.IsNull);
        Assert.Equal(Elements[0], OtherList.First);
    }

    [Fact]
    public void NextEntry()
    {
        Fill(2);
        Assert.Equal(Elements[1], List.Next(Elements[0]));
    }

    [Fact]
    public void PrevEntry()
    {
        Fill(2);
        Assert.Equal(Elements[0], List.Previous(Elements[1]));
    }

    [Fact]
    public void ForEach()
    {
        Fill(3);
        Ptr<Item> element = List.First;
        foreach (int expected in new[] { 0, 1, 2 })
        {
            Assert.Equal(Elements[expected], element);
            element = List.Next(element);
        }

        Assert.True(element.IsNull);
    }

    [Fact]
    public void ForEachPrev()
    {
        Fill(3);
        Ptr<Item> element = List.Last;
        foreach (int expected in new[] { 2, 1, 0 })
        {
            Assert.Equal(Elements[expected], element);
            element = List.Previous(element);
        }

        Assert.True(element.IsNull);
    }

    [Fact]
    public void ForEachSafe()
    {
        Fill(3);
        var visited = new List<int>();
        foreach (Ptr<Item> element in List)
        {
            visited.Add(element.Value.Key);
            List.Remove(element);
        }

        Assert.Equal([0, 1, 2], visited);
        Expect();
    }

    [Fact]
    public void ForEachPrevSafe()
    {
        Fill(3);
        var visited = new List<int>();
        foreach (Ptr<Item> element in List.Reversed())
        {
            visited.Add(element.Value.Key);
            List.Remove(element);
        }

        Assert.Equal([2, 1, 0], visited);
        Expect();
    }

    [Fact]
    public void ForEachEntry()
    {
        Fill(5);
        var visited = new List<int>();
        foreach (Ptr<Item> element in List)
        {
            visited.Add(element.Value.Key);
        }

        Assert.Equal([0, 1, 2, 3, 4], visited);
    }

    [Fact]
    public void ForEachEntryReverse()
    {
        Fill(5);
        var visited = new List<int>();
        foreach (Ptr<Item> element in List.Reversed())
        {
            visited.Add(element.Value.Key);
        }

        Assert.Equal([4, 3, 2, 1, 0], visited);
    }
}
