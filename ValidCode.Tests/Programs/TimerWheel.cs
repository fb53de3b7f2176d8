using System;
using IntrusiveLists;

namespace Timers;

public struct Timer
{
    public long Due;
    public int Callback;
    public ListNode Slot;
}

public partial struct Bucket
{
    [Contains(typeof(Timer), nameof(Timer.Slot))] public ListHead Timers;
}

/// <summary>An array of owners in native memory; the element is not partial.</summary>
public sealed unsafe partial class TimerWheel : IDisposable
{
    private const int Size = 256;

    private readonly NativePool<Bucket>[] _pools = { new() };
    private readonly Ptr<Bucket>[] _buckets = new Ptr<Bucket>[Size];
    private long _now;

    public TimerWheel()
    {
        for (int index = 0; index < Size; index++)
        {
            _buckets[index] = _pools[0].Allocate();
        }
    }

    public void Start(Ptr<Timer> timer, long due)
    {
        timer.Value.Due = due;
        _buckets[due % Size].Value.TimersList.AddLast(timer);
    }

    public int Tick(Action<int> fire)
    {
        int fired = 0;
        Bucket* bucket = _buckets[_now++ % Size];
        foreach (Ptr<Timer> timer in bucket->TimersList)
        {
            if (timer.Value.Due < _now)
            {
                bucket->TimersList.Remove(timer);
                fire(timer.Value.Callback);
                fired++;
            }
        }

        return fired;
    }

    public void Dispose() => _pools[0].Dispose();
}
