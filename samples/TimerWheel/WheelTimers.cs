using System;
using System.Collections.Generic;
using IntrusiveLists;

namespace TimerWheel;

/// <summary>Timers on a <see cref="Wheel"/>: scheduling, cancelling and firing are O(1) and allocate nothing.</summary>
internal sealed class WheelTimers : ITimers, IDisposable
{
    private readonly NativePool<Wheel> _wheels = new();
    private readonly NativePool<Timer> _pool = new();
    private readonly Ptr<Wheel> _wheel;
    private readonly Ptr<Timer>[] _timers;
    private readonly Action<Ptr<Timer>> _fire;
    private List<int> _fired = [];

    /// <summary>Creates timers of which none waits.</summary>
    /// <param name="count">How many numbers there are.</param>
    public WheelTimers(int count)
    {
        _wheel = _wheels.Allocate();
        _timers = new Ptr<Timer>[count];
        _fire = Fire;
    }

    /// <inheritdoc/>
    public void Schedule(int number, int delay)
    {
        Ptr<Timer> timer = _pool.Allocate();
        timer.Value.Number = number;
        _timers[number] = timer;
        _wheel.Value.Schedule(timer, delay);
    }

    /// <inheritdoc/>
    public void Cancel(int number)
    {
        Ptr<Timer> timer = _timers[number];
        Timer.BySlotLink.Unlink(timer);
        _pool.Free(timer);
    }

    /// <inheritdoc/>
    public void Advance(List<int> fired)
    {
        _fired = fired;
        _wheel.Value.Advance(_fire);
    }

    /// <summary>Frees the timers.</summary>
    public void Dispose()
    {
        _pool.Dispose();
        _wheels.Dispose();
    }

    private void Fire(Ptr<Timer> timer)
    {
        _fired.Add(timer.Value.Number);
        _pool.Free(timer);
    }
}
