using System.Collections.Generic;

namespace TimerWheel;

/// <summary>Timers, each known by its number, that fire tick by tick.</summary>
internal interface ITimers
{
    /// <summary>Lets a timer fire in some ticks.</summary>
    void Schedule(int number, int delay);

    /// <summary>Cancels a timer that has not fired yet.</summary>
    void Cancel(int number);

    /// <summary>Moves on by one tick.</summary>
    /// <param name="fired">Receives the numbers of the timers that fire, in order.</param>
    void Advance(List<int> fired);
}
