using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Threading.Tasks;
using Allocation;
using Caching;
using Database;
using Editing;
using Game;
using Generics;
using Indexing;
using Interop.Native;
using IntrusiveLists;
using Mail;
using Network;
using Queueing;
using Scheduling.Priorities;
using Wheels;
using Xunit;

namespace ValidCode.Tests;

/// <summary>
/// The programs in this project compile with every rule as an error; that they also work shows that they are not written around the rules.
/// </summary>
public sealed class ProgramTests
{
    [Fact]
    public void A_cache_protects_what_is_used_twice()
    {
        using var cache = new SegmentedCache(capacity: 40);
        for (long key = 0; key < 4; key++)
        {
            cache.Add(key, bytes: 10, expiresAt: 100 - key);
        }

        Assert.True(cache.TryTouch(0, now: 0, out _));
        cache.Add(4, bytes: 10, expiresAt: 50);
        cache.Add(5, bytes: 10, expiresAt: 200);

        Assert.Equal([0, 3, 4, 5], cache.Keys.Order());
        Assert.Equal(2, cache.Expire(now: 97));
        Assert.Equal([0, 5], cache.Keys.Order());
        Assert.Equal(20, cache.Bytes);
    }

    [Fact]
    public unsafe void A_buddy_allocator_merges_what_is_freed()
    {
        using var allocator = new BuddyAllocator();
        var blocks = new List<nint>();
        for (int bytes = 1; bytes < 4000; bytes *= 3)
        {
            blocks.Add((nint)allocator.Allocate(bytes));
        }

        Assert.DoesNotContain(0, blocks);
        Assert.Equal(blocks.Count, blocks.Distinct().Count());
        Assert.True(allocator.FreeBytes < BuddyAllocator.Capacity);
        blocks.ForEach(block => allocator.Free((void*)block));
        Assert.Equal(BuddyAllocator.Capacity, allocator.FreeBytes);
        Assert.True(allocator.Allocate(BuddyAllocator.Capacity) != null);
        Assert.True(allocator.Allocate(1) == null);
    }

    [Fact]
    public void Entities_move_and_die()
    {
        var world = new World(capacity: 8);
        EntityId moving = world.Spawn(new Vector2(1, 1), new Vector2(1, 0));
        EntityId still = world.Spawn(new Vector2(2, 1), Vector2.Zero, health: 5);

        world.Step(1);
        Assert.Equal(2, world.CountAt(new Vector2(2, 1)));
        world.Hurt(still, 4);
        world.Hurt(moving, 4);
        world.Hurt(moving, 4);
        world.Step(1);
        Assert.Equal(1, world.Alive);
        Assert.Equal(1, world[still].Health);
    }

    [Fact]
    public async Task Fibers_run_by_priority()
    {
        var scheduler = new PriorityScheduler((ref Fiber fiber) => --fiber.Remaining > 0);
        Ptr<Fiber> parent = scheduler.Create(priority: 0, work: 2);
        scheduler.Create(priority: -1, work: 1, parent);
        scheduler.Run(scheduler.Create(priority: -1, work: 1), parent, scheduler.Create(priority: 1, work: 3));

        Assert.Equal([4, 1, 3, 2], scheduler.Finished);
        Assert.Equal(5, await scheduler.RunLaterAsync(priority: 0, work: 1));
    }

    [Fact]
    public void Helpers_work_for_every_list()
    {
        using var items = new NativeArray<Item<int>>(6);
        SortedBag<int> bag = default;
        int value = 7;
        foreach (Ptr<Item<int>> item in items)
        {
            item.Value.Value = value++ * 5 % 8;
            bag.Add(item);
        }

        Assert.Equal(bag.ToValues().Order(), bag.ToValues());
        bag.Resort(Comparer<int>.Create((left, right) => right.CompareTo(left)));
        Assert.Equal(bag.ToValues().OrderDescending(), bag.ToValues());
        Assert.Equal(1, bag.RemoveAll(bag.ToValues()[2]));
        Assert.Equal(5, bag.ToValues().Length);
    }

    [Fact]
    public void A_buffer_pool_writes_back_what_it_evicts()
    {
        var stream = new MemoryStream(new byte[16 * BufferPool.PageSize]);
        using (var pool = new BufferPool(stream, frames: 3))
        {
            for (uint page = 0; page < 8; page++)
            {
                using PinnedPage pinned = pool.Pin(page);
                pinned.Bytes.Fill((byte)page);
                pinned.MarkDirty();
            }

            using (PinnedPage pinned = pool.Pin(7))
            {
                Assert.Equal(7, pinned.Bytes[0]);
            }

            Assert.Equal(8, pool.Reads);
            Assert.Equal(5, pool.Writes);
        }

        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], Enumerable.Range(0, 8).Select(page => (int)stream.ToArray()[page * BufferPool.PageSize]));
    }

    [Fact]
    public void A_server_sends_and_closes()
    {
        using var server = new ConnectionServer(limit: 2);
        var closed = new List<int>();
        server.Closed += closed.Add;
        Ptr<Peer> first = server.Accept(socket: 10, now: 1);
        Ptr<Peer> second = server.Accept(socket: 11, now: 2);
        Assert.Throws<LimitExceededException>(() => server.Accept(socket: 12, now: 3));

        server.Send(first, 1, 2, 3);
        server.Send(second, 4);
        server.Send(first);
        Assert.Equal(3, server.Pump((_, _) => true));
        server.Touch(first, now: 5);
        server.CloseOlderThan(3);
        Assert.Equal([11], closed);
        Assert.Equal(1, server.Count);
    }

    [Fact]
    public unsafe void A_device_completes_requests_in_the_order_of_its_arm()
    {
        Device* device = Driver.Open(id: 1);
        device->Head = 50;
        Ptr<DiskRequest>[] requests = [.. new long[] { 10, 60, 70, 61, 20 }.Select(sector => Driver.Read(device, sector))];
        Assert.Equal([10, 20, 60, 61, 70], Driver.Sectors(requests));
        Assert.Equal(70, Driver.SectorThroughNode(requests[2]));
        Assert.Equal(8, Driver.NodeOffset);

        device->Schedule();
        Assert.False(device->Merge(requests[1]));
        Assert.Equal(2, device->Complete(atMost: 2));
        Driver.Close(ref device);
        Assert.Equal([60, 61, 70, 10, 20], Driver.Completed);
        Assert.True(device == null);
    }

    [Fact]
    public void Edits_are_undone_and_redone()
    {
        using var history = new UndoHistory("ac");
        history.Insert(1, 'b');
        history.Insert(3, 'd');
        history.Delete(0);
        Assert.Equal("bcd", history.Text);
        Assert.Equal("delete at start", history.Summary());
        Assert.Equal(3, history.CountRuns());
        Assert.True(history.Undo() && history.Undo() && history.Redo());
        Assert.Equal("abcd", history.Text);
        Assert.Equal(["Insert 'b' at 1", "Insert 'd' at 3"], history.Describe());
        history.Insert(0, 'x');
        Assert.False(history.CanRedo);
        Assert.True(history.CanUndo);
    }

    [Fact]
    public void An_index_of_words_is_built_archived_and_freed()
    {
        using (var index = WordIndex.Build(["a b c a", "b c b", "C d", "a"], threads: 4))
        {
            Assert.Equal([0, 3], index.DocumentsOf("a"));
            Assert.Equal([0, 1, 2], index.DocumentsOf("c"));
            Assert.Empty(index.DocumentsOf("missing"));
            Assert.Equal(3, index.HitsOf("a"));
            Assert.Equal([("a", 2), ("b", 2), ("c", 3), ("d", 1)], index.Summary().Select(pair => (pair.Key, pair.Value)));

            Assert.Equal(0, index.Archive("a"));
            Assert.Empty(index.DocumentsOf("a"));
            Assert.Equal(3, index.Archive("a"));
            Assert.True(index.Remove("B"));
            Assert.False(index.Remove("b"));
            Assert.Equal(3, index.FreedPositions);
            Assert.Equal(3, index.Count);
        }
    }

    [Fact]
    public void Jobs_wait_behind_locks_of_every_kind()
    {
        using var pool = new NativePool<Job>();
        var board = new Board();
        Lane lane = default;
        for (int id = 1; id <= 5; id++)
        {
            Ptr<Job> job = pool.Allocate();
            (job.Value.Id, job.Value.Cost) = (id, id * 7 % 5);
            board.Post(job);
        }

        Assert.True(board.TryTake(out Ptr<Job> first));
        Assert.True(board.TryTake(out Ptr<Job> second));
        lane.Add(first);
        lane.Add(second);
        Assert.Equal(24, lane.Sum());
        lane.Clear();
        Assert.Equal(0, lane.Sum());

        Assert.Equal(3, board.CountWhilePaused());

        var taken = new List<int>();
        Assert.Equal(10, board.TakeAll(taken));
        Assert.Equal([3, 4, 5], taken);
        Assert.Equal(2, Retired.FreeAll(pool));

        var stripes = new Stripes();
        Parallel.For(0, 100, key => stripes.Add(key, key));
        Assert.Equal(4950, stripes.Total);
    }

    [Fact]
    public async Task Locks_may_be_captured() => Assert.Equal(5, await Stripes.CountAsync(5));

    [Fact]
    public void Wheels_of_lists_turn()
    {
        using var alarms = new NativePool<Alarm>();
        using var wheels = new NativePool<Wheel>();
        Ptr<Wheel> wheel = wheels.Allocate();
        var all = new List<Ptr<Alarm>>();
        foreach (long due in new long[] { 3, 20, 300, 3, -1 })
        {
            Ptr<Alarm> alarm = alarms.Allocate();
            alarm.Value.Due = due;
            wheel.Value.Add(alarm, now: 0);
            all.Add(alarm);
        }

        Assert.Equal(5, wheel.Value.Count());
        Ring.Cancel(all[1]);
        Assert.Equal(4, wheel.Value.Count());
        Assert.Equal(3, wheel.Value[0].NextDue());
        Assert.True(wheel.Value[0].FirstIn(4).IsNull);
        var fired = new List<long>();
        wheel.Value[0].Take(3, fired);
        Assert.Equal([3, 3, -1], fired);
        wheel.Value[2].Take(1, fired);
        Assert.Equal(0, wheel.Value.Count());

        using var map = new ValueMap<int, Bucketed>();
        using (ValueScope<Bucketed> scope = map.GetOrAdd(1))
        {
            foreach (Ptr<Alarm> alarm in all)
            {
                scope.Value.Add(alarm);
            }

            Assert.True(scope.Value.Contains(20) && !scope.Value.Contains(36));
            scope.Value.Rotate(from: 4, to: 5);
            Assert.False(scope.Value.Contains(20));
            Assert.Equal(1, scope.Value.Drop(5, alarms));
        }

        Assert.True(map.Remove(1));
    }

    [Fact]
    public void Mail_is_posted_forwarded_and_collected()
    {
        using var route = new Route();
        route.Post("a", 2);
        route.Post("a", 3);
        route.Post("b", 4);
        Assert.Equal(5, route.Weigh("a"));
        route.Forward("a", "b");
        Assert.Equal((0, 9, 0), (route.Weigh("a"), route.Weigh("b"), route.Weigh("c")));
        Assert.Equal(3, route.CollectAll());
        Assert.Equal(0, route.Weigh("b"));

        using var letters = new NativePool<Letter>();
        var office = new Office();
        office.Sort(letters.Allocate());
        using (Office.Desk desk = office.Open())
        {
            desk.Add(letters.Allocate());
            Assert.Equal(2, desk.Letters);
        }

        Assert.Equal(2, office.Count);
        Assert.True(office.TryTakeUrgent(out _));
        Assert.False(office.TryTakeUrgent(out _));
        Assert.Equal(2, office.Deliver(letters));
    }
}
