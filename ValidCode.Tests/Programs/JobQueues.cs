using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntrusiveLists;

namespace Queueing;

public partial struct Job
{
    public int Id;
    public int Cost;
    public ListNode Queue;
    public ListNode All;
}

/// <summary>Two locks in one class: each guards its list.</summary>
public sealed partial class Board
{
#if NET9_0_OR_GREATER
    private readonly Lock _gate = new();
#else
    private readonly object _gate = new();
#endif
    private readonly object _register = new();
    [Contains(typeof(Job), nameof(Job.Queue), Lock = nameof(_gate))] private readonly PinnedListHead _waiting = new();
    [Contains(typeof(Job), nameof(Job.All), Lock = nameof(_register))] private readonly PinnedListHead _known = new();

    public void Post(Ptr<Job> job)
    {
        using (RegisterGuard register = EnterRegister())
        {
            register.Known.AddLast(job);
        }

        using GateGuard gate = EnterGate();
        gate.Waiting.AddLast(job);
    }

    public bool TryTake(out Ptr<Job> job)
    {
        using var gate = EnterGate();
        return gate.Waiting.TryRemoveFirst(out job);
    }

    public int TakeAll(ICollection<int> taken)
    {
        foreach (Ptr<Job> job in DrainWaiting())
        {
            taken.Add(job.Value.Id);
        }

        int count = 0;
        foreach (Ptr<Job> job in DrainKnown())
        {
            count += job.Value.Cost;
        }

        return count;
    }

    // Who is given the guard disposes of it.
    private GateGuard Pause() => EnterGate();

    public int CountWhilePaused()
    {
        using GateGuard gate = Pause();
        return gate.Waiting.Count();
    }
}

/// <summary>A queue of one priority: a struct that stays where it is, since its guard points at it.</summary>
public partial struct Lane
{
    private SpinLock _spin;
    [Contains(typeof(Job), nameof(Job.Queue))] private ListHead _jobs;

    public void Add(Ptr<Job> job)
    {
        using var guard = EnterLock();
        if (guard.Jobs.IsEmpty || guard.Jobs.Last.Value.Cost <= job.Value.Cost)
        {
            guard.Jobs.AddLast(job);
            return;
        }

        foreach (Ptr<Job> other in guard.Jobs)
        {
            if (other.Value.Cost > job.Value.Cost)
            {
                guard.Jobs.AddBefore(other, job);
                return;
            }
        }
    }

    public int Sum()
    {
        LockGuard guard = EnterLock();
        try
        {
            int sum = 0;
            foreach (Ptr<Job> job in guard.Jobs)
            {
                sum = (sum * 10) + job.Value.Cost;
            }

            return sum;
        }
        finally
        {
            guard.Dispose();
        }
    }

    public void Clear()
    {
        foreach (Ptr<Job> job in DrainJobs())
        {
            Retired.Add(job);
        }
    }
}

/// <summary>A list for all, with a lock for all.</summary>
public static partial class Retired
{
    private static ListLock s_lock;
    [Contains(typeof(Job), nameof(Job.Queue))] private static readonly PinnedListHead s_jobs = new();

    public static void Add(Ptr<Job> job)
    {
        using LockGuard guard = EnterLock();
        guard.Jobs.AddFirst(job);
    }

    public static int FreeAll(NativePool<Job> pool)
    {
        int freed = 0;
        foreach (Ptr<Job> job in DrainJobs())
        {
            pool.Free(job);
            freed++;
        }

        return freed;
    }
}

/// <summary>Locks by themselves may be anywhere: in objects, arrays, closures.</summary>
public sealed class Stripes
{
    private struct Counter
    {
        public ListLock Lock;
        public int Value;
    }

    private readonly Counter[] _counters = new Counter[4];
    private ListLock _all;

    public int Total
    {
        get
        {
            _all.Enter();
            try
            {
                int total = 0;
                foreach (ref Counter counter in _counters.AsSpan())
                {
                    counter.Lock.Enter();
                    total += counter.Value;
                    counter.Lock.Exit();
                }

                return total;
            }
            finally
            {
                _all.Exit();
            }
        }
    }

    public void Add(int key, int value)
    {
        ref Counter counter = ref _counters[key % _counters.Length];
        counter.Lock.Enter();
        counter.Value += value;
        counter.Lock.Exit();
    }

    public static async Task<int> CountAsync(int workers)
    {
        ListLock gate = default;
        int count = 0;
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(() =>
        {
            gate.Enter();
            count++;
            gate.Exit();
        })));
        return gate.IsHeld ? -1 : count;
    }
}
