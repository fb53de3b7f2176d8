using System;
using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Tests.Scheduling;
using Xunit;

namespace IntrusiveLists.Tests.Maps;

/// <summary>The drain of a live list, outside its lock, against what others do under it: every element is handed out once, to one of them.</summary>
public sealed unsafe class DrainInterleavingTests
{
    private const int Count = 3;
    private const int Preemptions = 3;

    [Fact]
    public void DrainAgainstUnlink() => Explore(list => list.Unlink(1));

    [Fact]
    public void DrainAgainstUnlinkOfAll() => Explore(list =>
    {
        for (int index = Count - 1; index >= 0; index--)
        {
            list.Unlink(index);
        }
    });

    [Fact]
    public void DrainAgainstDrain() => Explore(list => list.Drain());

    [Fact]
    public void DrainThatIsLeftEarlyAgainstUnlink() => Explore(list => list.Unlink(2), list => list.Drain(limit: 1));

    [Fact]
    public void DrainThatIsLeftEarlyAgainstDrain() => Explore(list => list.Drain(), list => list.Drain(limit: 1));

    [Fact]
    public void DrainAgainstAdd() => Explore(list => list.Add());

    [Fact]
    public void DrainAgainstUnlinkAndAdd() => Explore(
        list =>
        {
            if (list.Unlink(0))
            {
                list.AddAgain(0);
            }
        });

    [Fact]
    public void AConstantTimeDetachWithoutMarksIsFound()
    {
        ScheduleFailedException exception =
            Assert.Throws<ScheduleFailedException>(() => Explore(list => list.Unlink(1), list => list.DrainWithoutMarks()));
        Assert.Contains("unmarked", exception.Message);
    }

    private static void Explore(Action<GuardedList> other, Action<GuardedList>? drain = null)
    {
        int schedules = Explorer.Run(
            () =>
            {
                var list = new GuardedList(Count);
                return new Interleaving([() => (drain ?? (drained => drained.Drain()))(list), () => other(list)], list.Check);
            },
            Preemptions);
        Assert.True(schedules > 50, $"{schedules} schedules");
    }

    /// <summary>A value with some entries, and who got which.</summary>
    private sealed class GuardedList
    {
        private readonly NativePool<Bucket> _buckets = new();
        private readonly NativePool<Entry> _pool = new();
        private readonly List<Ptr<Entry>> _entries = [];
        private readonly List<Ptr<Entry>> _taken = [];
        private readonly Ptr<Bucket> _bucket;

        public GuardedList(int count)
        {
            _bucket = _buckets.Allocate();
            for (int added = 0; added < count; added++)
            {
                Add();
            }
        }

        public void Add()
        {
            Ptr<Entry> entry = _pool.Allocate();
            _entries.Add(entry);
            using Bucket.LockGuard guard = _bucket.Value.EnterLock();
            guard.Entries.AddLast(entry);
        }

        /// <summary>Adds an entry again that was taken.</summary>
        public void AddAgain(int index)
        {
            _taken.Remove(_entries[index]);
            using Bucket.LockGuard guard = _bucket.Value.EnterLock();
            guard.Entries.AddFirst(_entries[index]);
        }

        public bool Unlink(int index)
        {
            using Bucket.LockGuard guard = _bucket.Value.EnterLock();
            bool linked = guard.Entries.TryRemove(_entries[index]);
            Assert.False(guard.Entries.Contains(_entries[index]));
            if (linked)
            {
                _taken.Add(_entries[index]);
            }

            return linked;
        }

        public void Drain(int limit = int.MaxValue)
        {
            foreach (Ptr<Entry> entry in _bucket.Value.DrainEntries())
            {
                Take(entry);
                if (--limit == 0)
                {
                    break;
                }
            }
        }

        /// <summary>What one would first write: the list is cut off its head under the lock, and walked outside of it.</summary>
        public void DrainWithoutMarks()
        {
            ListNode* node;
            ListNode* head;
            using (Bucket.LockGuard guard = _bucket.Value.EnterLock())
            {
                node = Entry.NodeLink.NodeOf(guard.Entries.First).Pointer;
                head = node->Previous;
                *head = default;
            }

            while (node != head)
            {
                ListNode* next = node->Next;
                Instrumentation.Yield("walking an unmarked chain");
                *node = default;
                Take(Entry.NodeLink.ContainerOf(node));
                node = next;
            }
        }

        /// <summary>Every entry was taken once, or is on the list.</summary>
        public void Check()
        {
            var left = new List<Ptr<Entry>>();
            foreach (Ptr<Entry> entry in _bucket.Value.DrainEntries())
            {
                left.Add(entry);
            }

            Assert.Equal(_entries.ToHashSet(), _taken.Concat(left).ToHashSet());
            Assert.Equal(_entries.Count, _taken.Count + left.Count);
            _entries.ForEach(_pool.Free);
            _pool.Dispose();
            _buckets.Dispose();
        }

        private void Take(Ptr<Entry> entry)
        {
            Assert.False(Entry.NodeLink.IsLinked(entry));
            _taken.Add(entry);
        }
    }
}
