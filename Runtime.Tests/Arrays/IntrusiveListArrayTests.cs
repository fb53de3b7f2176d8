using System;
using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Tests.Locks;
using Xunit;

namespace IntrusiveLists.Tests.Arrays;

public sealed class IntrusiveListArrayTests : IDisposable
{
    private const int ElementCount = 6;

    private readonly Arena _arena = new(4096);
    private readonly Ptr<ItemWheel> _wheel;
    private readonly Ptr<Item>[] _elements;
    private readonly ListGroup<Item.NodeLink> _slots;

    public IntrusiveListArrayTests()
    {
        _wheel = _arena.Allocate<ItemWheel>();
        _elements = _arena.Allocate<Item>(ElementCount);
        for (int key = 0; key < ElementCount; key++)
        {
            _elements[key].Value.Key = key;
            _elements[key].Value.Rank = key / 2;
        }

        _wheel.Value.Before = -1;
        _wheel.Value.After = -1;
        _slots = new ListGroup<Item.NodeLink>(
            _elements,
            Enumerable.Range(0, ItemSlots.Length).Select(index => new ListAccess<Item.NodeLink>(() => _wheel.Value.Slots[index], () => _wheel.Value.Slots[index].IsEmpty)));
    }

    public static TheoryData<string> Names => [.. Operations<Item.NodeLink>.All.Select(operation => operation.Name)];

    public void Dispose() => _arena.Dispose();

    [Fact]
    public void HasTheLengthOfTheArray() => Assert.Equal(ItemSlots.Length, _wheel.Value.Slots.Length);

    [Theory]
    [InlineData(-1)]
    [InlineData(ItemSlots.Length)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void AnIndexOutsideIsRefused(int index)
    {
        IndexOutOfRangeException exception = Assert.Throws<IndexOutOfRangeException>(() => _wheel.Value.Slots[index].IsEmpty);
        Assert.Contains($"{index}", exception.Message);
        Assert.Contains($"{ItemSlots.Length}", exception.Message);
    }

    [Fact]
    public void TheDefaultArrayHasNoList()
    {
        Assert.Equal(0, default(IntrusiveListArray<Item, Item.NodeLink>).Length);
        Assert.Throws<IndexOutOfRangeException>(() => default(IntrusiveListArray<Item, Item.NodeLink>)[0].IsEmpty);
    }

    [Fact]
    public void TheListsAreIndependentAndInOrder()
    {
        for (int index = 0; index < ItemSlots.Length; index++)
        {
            _wheel.Value.Slots[index].AddLast(_elements[index]);
        }

        _slots.Expect([0], [1], [2], [3]);
        var found = new List<Ptr<Item>>();
        foreach (IntrusiveList<Item, Item.NodeLink> slot in _wheel.Value.Slots)
        {
            found.Add(slot.First);
        }

        Assert.Equal(_elements[..ItemSlots.Length], found);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryOperationWorksOnListsOfTheArray(string name)
    {
        Operation<Item.NodeLink> operation = Operations<Item.NodeLink>.Named(name);
        byte[] empty = _arena.Snapshot();
        int calls = 0;
        foreach ((int target, int other) in from target in Indexes from other in Indexes where target != other select (target, other))
        {
            foreach (Call call in CallsOf(operation, empty, target, other))
            {
                Fill(empty, target, other);
                Scenario.Run($"{name}, {call}", () => _slots.Apply(operation, call));
                Assert.Equal((-1L, -1L), (_wheel.Value.Before, _wheel.Value.After));
                calls++;
            }
        }

        Assert.NotEqual(0, calls);
    }

    [Fact]
    public void AGuardedArrayIsDrainedListByList()
    {
        Ptr<JobWheel> wheel = _arena.Allocate<JobWheel>();
        Ptr<Job>[] jobs = _arena.Allocate<Job>(6);
        using (JobWheel.LockGuard guard = wheel.Value.EnterLock())
        {
            Assert.Equal(JobSlots.Length, guard.Slots.Length);
            for (int job = 0; job < jobs.Length; job++)
            {
                guard.Slots[job % JobSlots.Length].AddLast(jobs[job]);
            }
        }

        var drained = new List<Ptr<Job>>();
        foreach (Ptr<Job> job in wheel.Value.DrainSlots(1))
        {
            drained.Add(job);
            Assert.False(wheel.Value.Lock.IsHeld);
        }

        Assert.Equal([jobs[1], jobs[4]], drained);
        foreach (Ptr<Job> job in wheel.Value.DrainSlots(2))
        {
            Assert.Equal(jobs[2], job);
            break;
        }

        using JobWheel.LockGuard after = wheel.Value.EnterLock();
        ListAssert.Holds(after.Slots[0], [jobs[0], jobs[3]], jobs);
        ListAssert.Holds(after.Slots[1], [], jobs);
        ListAssert.Holds(after.Slots[2], [jobs[5]], jobs);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(JobSlots.Length)]
    public void ADrainOfNoListIsRefusedAndLeavesTheLock(int index)
    {
        Ptr<JobWheel> wheel = _arena.Allocate<JobWheel>();
        Assert.Throws<IndexOutOfRangeException>(() =>
        {
            foreach (Ptr<Job> _ in wheel.Value.DrainSlots(index))
            {
                Assert.Fail("There is no such list.");
            }
        });
        Assert.False(wheel.Value.Lock.IsHeld);
    }

    private static IEnumerable<int> Indexes => Enumerable.Range(0, ItemSlots.Length);

    private Call[] CallsOf(Operation<Item.NodeLink> operation, byte[] empty, int target, int other)
    {
        Fill(empty, target, other);
        return [.. operation.Calls(_slots.Model, new Call(target, other))];
    }

    private void Fill(byte[] empty, int target, int other)
    {
        _arena.Restore(empty);
        int[][] contents = [.. Enumerable.Repeat(Array.Empty<int>(), ItemSlots.Length)];
        contents[target] = [0, 1, 2];
        contents[other] = other % 2 == 0 ? [3, 4] : [];
        _slots.Model.Set(contents);
        foreach (int list in Indexes)
        {
            foreach (int key in contents[list])
            {
                _wheel.Value.Slots[list].AddLast(_elements[key]);
            }
        }
    }
}
