using System;
using System.Threading;
using IntrusiveLists;

namespace Mail;

public partial struct Letter
{
    public int Weight;
    public ListNode InBox;
    public ListNode Urgent;
}

/// <summary>The value of a map: letters by recipient.</summary>
public partial struct Box
{
    public ListLock Lock;
    public int Received;
    [Contains(typeof(Letter), nameof(Letter.InBox))] private ListHead _letters;
}

/// <summary>A list that a lock guards, beside one of another lock.</summary>
public sealed partial class Office
{
    private readonly object _gate = new();
    private ListLock _urgency;
    [Contains(typeof(Letter), nameof(Letter.InBox), Lock = nameof(_gate))] private readonly PinnedListHead _sorted = new();
    [Contains(typeof(Letter), nameof(Letter.Urgent), Lock = nameof(_urgency))] private readonly PinnedListHead _urgent = new();

    public int Count
    {
        get
        {
            using GateGuard guard = EnterGate();
            return guard.Sorted.Count();
        }
    }

    public void Sort(Ptr<Letter> letter)
    {
        using (GateGuard guard = EnterGate())
        {
            guard.Sorted.AddLast(letter);
            using UrgencyGuard urgency = EnterUrgency();
            if (letter.Value.Weight == 0)
            {
                urgency.Urgent.AddLast(letter);
            }
        }
    }

    public bool TryTakeUrgent(out Ptr<Letter> letter)
    {
        UrgencyGuard guard = EnterUrgency();
        try
        {
            return guard.Urgent.TryRemoveFirst(out letter);
        }
        finally
        {
            guard.Dispose();
        }
    }

    public int Deliver(NativePool<Letter> letters)
    {
        int delivered = 0;
        foreach (Ptr<Letter> letter in DrainSorted())
        {
            using (UrgencyGuard guard = EnterUrgency())
            {
                guard.Urgent.TryRemove(letter);
            }

            letters.Free(letter);
            delivered++;
        }

        return delivered;
    }

    public Desk Open() => new(this);

    /// <summary>Holds the gate for longer than one method.</summary>
    [MustDispose]
    public ref struct Desk
    {
        private GateGuard _guard;

        internal Desk(Office office) => _guard = office.EnterGate();

        public readonly int Letters => _guard.Sorted.Count();

        public void Add(Ptr<Letter> letter) => _guard.Sorted.AddFirst(letter);

        public void Dispose() => _guard.Dispose();
    }
}

public sealed class Route : IDisposable
{
    private readonly NativePool<Letter> _pool = new();
    private readonly ValueMap<string, Box> _boxes = new();

    public void Post(string recipient, int weight)
    {
        Ptr<Letter> letter = _pool.Allocate();
        letter.Value.Weight = weight;
        using ValueScope<Box> box = _boxes.GetOrAdd(recipient);
        using Box.LockGuard guard = box.Value.EnterLock();
        guard.Letters.AddLast(letter);
        box.Value.Received++;
    }

    public int Weigh(string recipient)
    {
        using ValueScope<Box> box = _boxes.Find(recipient);
        if (!box.HasValue)
        {
            return 0;
        }

        int weight = 0;
        using (Box.LockGuard guard = box.Value.EnterLock())
        {
            foreach (Ptr<Letter> letter in guard.Letters)
            {
                weight += letter.Value.Weight;
            }
        }

        return weight;
    }

    public void Forward(string from, string to)
    {
        using ValueScope<Box> source = _boxes.GetOrAdd(from), target = _boxes.GetOrAdd(to);
        while (TakeFirst(ref source.Value, out Ptr<Letter> letter))
        {
            using Box.LockGuard guard = Lock(ref target.Value);
            guard.Letters.AddLast(letter);
        }
    }

    public int CollectAll()
    {
        int collected = 0;
        foreach (ValueEntry<string, Box> entry in _boxes)
        {
            foreach (Ptr<Letter> letter in entry.Value.DrainLetters())
            {
                _pool.Free(letter);
                collected++;
            }
        }

        return collected;
    }

    public void Dispose()
    {
        _boxes.Dispose();
        _pool.Dispose();
    }

    private static bool TakeFirst(ref Box box, out Ptr<Letter> letter)
    {
        using (Box.LockGuard guard = box.EnterLock())
        {
            return guard.Letters.TryRemoveFirst(out letter);
        }
    }

    private static Box.LockGuard Lock(ref Box box) => box.EnterLock();
}
