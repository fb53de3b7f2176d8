using System;
using System.Collections.Generic;

namespace TimerWheel;

/// <summary>
/// What happens to timers: some are scheduled in each tick, and some of those are cancelled in a later one, as in a server whose timeouts rarely come about.
/// </summary>
internal sealed class Scenario
{
    private const int TimersPerTick = 16;
    private const int LongestDelayBits = 17;

    private readonly int[] _delays;
    private readonly List<int>[] _cancelled;

    /// <summary>Draws a scenario.</summary>
    /// <param name="count">How many timers there are.</param>
    /// <param name="cancelledPercent">Which share of them is cancelled.</param>
    /// <param name="seed">Determines everything that is drawn.</param>
    public Scenario(int count, int cancelledPercent, int seed)
    {
        var random = new Random(seed);
        _delays = new int[count];
        Ticks = (count / TimersPerTick) + (1 << LongestDelayBits) + 1;
        _cancelled = new List<int>[Ticks];
        for (int number = 0; number < count; number++)
        {
            // As many short delays as long ones, whatever the scale.
            int delay = 1 + random.Next(1 << random.Next(1, LongestDelayBits));
            _delays[number] = delay;
            if (random.Next(100) < cancelledPercent)
            {
                // From the tick in which it is scheduled to the one before it fires.
                int tick = (number / TimersPerTick) + random.Next(delay);
                (_cancelled[tick] ??= []).Add(number);
                CancelledCount++;
            }
        }
    }

    /// <summary>Gets how many timers there are.</summary>
    public int Count => _delays.Length;

    /// <summary>Gets how many of them are cancelled.</summary>
    public int CancelledCount { get; }

    /// <summary>Gets how many ticks it takes until all have fired.</summary>
    public int Ticks { get; }

    /// <summary>Plays the scenario.</summary>
    /// <returns>The numbers of the timers that fired, in order.</returns>
    public List<int> Play(ITimers timers)
    {
        var fired = new List<int>(Count);
        for (int tick = 0; tick < Ticks; tick++)
        {
            int end = (int)Math.Min(Count, (long)(tick + 1) * TimersPerTick);
            for (int number = tick * TimersPerTick; number < end; number++)
            {
                timers.Schedule(number, _delays[number]);
            }

            foreach (int number in _cancelled[tick] ?? [])
            {
                timers.Cancel(number);
            }

            timers.Advance(fired);
        }

        return fired;
    }
}
