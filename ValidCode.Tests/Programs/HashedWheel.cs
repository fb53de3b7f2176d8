using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using IntrusiveLists;

namespace Wheels;

public partial struct Alarm
{
    public long Due;
    public ListNode Slot;
    public ListNode Hash;
}

[InlineArray(16)]
public struct Slots
{
    private ListHead _first;
}

/// <summary>A ring of lists: one tag for all.</summary>
public partial struct Ring
{
    [Contains(typeof(Alarm), nameof(Alarm.Slot))] private Slots _slots;
    [Contains(typeof(Alarm), nameof(Alarm.Slot))] private ListHead _overdue;

    public void Add(Ptr<Alarm> alarm, long now, int shift)
    {
        var list = alarm.Value.Due < now ? Overdue : Slots[(int)(alarm.Value.Due >> shift) & 15];
        list.AddLast(alarm);
    }

    public static void Cancel(Ptr<Alarm> alarm) => Alarm.SlotLink.Unlink(alarm);

    public void Take(int index, List<long> fired)
    {
        foreach (Ptr<Alarm> alarm in Slots[index].Drain())
        {
            fired.Add(alarm.Value.Due);
        }

        while (!Overdue.IsEmpty)
        {
            fired.Add(Overdue.First.Value.Due);
            Overdue.RemoveFirst();
        }
    }

    public int Count()
    {
        int count = Overdue.Count();
        foreach (IntrusiveList<Alarm, Alarm.SlotLink> slot in Slots)
        {
            foreach (Ptr<Alarm> alarm in slot)
            {
                count += alarm.IsNull ? 0 : 1;
            }
        }

        return count;
    }

    public Ptr<Alarm> FirstIn(int index) => Slots[index].IsEmpty ? default : Slots[index].First.OrThrow();

    public long NextDue()
    {
        for (int index = 0; index < Slots.Length; index++)
        {
            if (!Slots[index].IsEmpty)
            {
                return Slots[index].First.Value.Due;
            }
        }

        return -1;
    }
}

[InlineArray(3)]
public struct Rings
{
    private Ring _first;
}

/// <summary>Rings in an array, each with an array of heads; the whole is in native memory.</summary>
public partial struct Wheel
{
    private Rings _rings;

    public void Add(Ptr<Alarm> alarm, long now)
    {
        int level = alarm.Value.Due - now < 16 ? 0 : alarm.Value.Due - now < 256 ? 1 : 2;
        _rings[level].Add(alarm, now, level * 4);
    }

    public int Count()
    {
        int count = 0;
        foreach (ref Ring ring in (Span<Ring>)_rings)
        {
            count += ring.Count();
        }

        return count;
    }

    [UnscopedRef]
    public ref Ring this[int level] => ref _rings[level];
}

/// <summary>A hash table of lists in the values of a map: arrays of heads under a lock.</summary>
public partial struct Bucketed
{
    private ListLock _lock;
    [Contains(typeof(Alarm), nameof(Alarm.Hash))] private Slots _buckets;

    public void Add(Ptr<Alarm> alarm)
    {
        using LockGuard guard = EnterLock();
        guard.Buckets[(int)(alarm.Value.Due & 15)].AddFirst(alarm);
    }

    public bool Contains(long due)
    {
        using var guard = EnterLock();
        foreach (Ptr<Alarm> alarm in guard.Buckets[(int)(due & 15)])
        {
            if (alarm.Value.Due == due)
            {
                return true;
            }
        }

        return false;
    }

    public int Drop(int bucket, NativePool<Alarm> pool)
    {
        int dropped = 0;
        foreach (Ptr<Alarm> alarm in DrainBuckets(bucket))
        {
            pool.Free(alarm);
            dropped++;
        }

        return dropped;
    }

    // Moving between two lists of one array, under one lock.
    public void Rotate(int from, int to)
    {
        using var guard = EnterLock();
        var lists = guard.Buckets;
        if (from != to)
        {
            lists[to].SpliceLast(lists[from]);
        }
    }
}
