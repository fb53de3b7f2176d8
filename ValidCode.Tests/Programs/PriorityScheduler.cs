using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using IntrusiveLists;

namespace Scheduling.Priorities;

public partial struct Fiber
{
    public int Id;
    public int Priority;
    public int Remaining;
    public ListNode Run;
    public ListNode Family;
    public Ptr<Fiber> Parent;
    [Contains(typeof(Fiber), nameof(Family))] private ListHead _children;

    public void Adopt(Ptr<Fiber> self, Ptr<Fiber> child)
    {
        child.Value.Parent = self;
        Children.AddLast(child);
    }

    public bool TryTakeChild(out Ptr<Fiber> child) => Children.TryRemoveFirst(out child);
}

/// <summary>One queue for each priority. The owner is on the stack of the thread that runs it.</summary>
public partial struct Queues
{
    [Contains(typeof(Fiber), nameof(Fiber.Run))] private ListHead _high, _normal, _low;

    public IntrusiveList<Fiber, Fiber.RunLink> this[int priority] => priority switch
    {
        > 0 => High,
        0 => Normal,
        _ => Low,
    };

    public bool TryTake(out Ptr<Fiber> fiber) =>
        High.TryRemoveFirst(out fiber) || Normal.TryRemoveFirst(out fiber) || Low.TryRemoveFirst(out fiber);

    public void Age()
    {
        High.SpliceLast(Normal);
        Normal.SpliceLast(Low);
    }

    public readonly bool IsIdle => _high.IsEmpty && _normal.IsEmpty && _low.IsEmpty;
}

public delegate bool Advance(ref Fiber fiber);

/// <summary>Runs fibers by priority, on the thread that calls.</summary>
public sealed class PriorityScheduler(Advance advance, int agingInterval = 8)
{
    private readonly NativePool<Fiber> _pool = new();
    private readonly List<int> _finished = [];
    private int _next;

    public IReadOnlyList<int> Finished => _finished;

    public Ptr<Fiber> Create(int priority, int work, Ptr<Fiber> parent = default)
    {
        Ptr<Fiber> fiber = _pool.Allocate();
        fiber.Value.Id = Interlocked.Increment(ref _next);
        fiber.Value.Priority = priority;
        fiber.Value.Remaining = work;
        if (!parent.IsNull)
        {
            parent.Value.Adopt(parent, fiber);
        }

        return fiber;
    }

    public void Run(params ReadOnlySpan<Ptr<Fiber>> fibers)
    {
        Queues queues = default;
        foreach (Ptr<Fiber> fiber in fibers)
        {
            Enqueue(ref queues, fiber);
        }

        for (int slice = 1; queues.TryTake(out Ptr<Fiber> fiber); slice++)
        {
            if (advance(ref fiber.Value))
            {
                Enqueue(ref queues, fiber);
            }
            else
            {
                Finish(ref queues, fiber);
            }

            if (slice % agingInterval == 0)
            {
                queues.Age();
            }
        }

        static void Enqueue(ref Queues queues, Ptr<Fiber> fiber) => queues[fiber.Value.Priority].AddLast(fiber);

        void Finish(ref Queues queues, Ptr<Fiber> fiber)
        {
            _finished.Add(fiber.Value.Id);
            while (fiber.Value.TryTakeChild(out Ptr<Fiber> child))
            {
                child.Value.Parent = default;
                Enqueue(ref queues, child);
            }

            _pool.Free(fiber);
        }
    }

    // A pointer may cross an await where the fiber itself may not.
    public async Task<int> RunLaterAsync(int priority, int work, CancellationToken cancellationToken = default)
    {
        Ptr<Fiber> fiber = Create(priority, work);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        int id = fiber.Value.Id;
        Run(fiber);
        return id;
    }

    public IEnumerable<int> Work(IEnumerable<Ptr<Fiber>> fibers)
    {
        foreach (Ptr<Fiber> fiber in fibers)
        {
            yield return fiber.Value.Remaining;
        }
    }
}
