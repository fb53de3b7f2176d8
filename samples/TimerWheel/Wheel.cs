using System;
using System.Numerics;
using IntrusiveLists;

namespace TimerWheel;

/// <summary>
/// A hierarchical timer wheel: levels of slots, each a list of timers. A slot of the lowest level stands for one tick, one of the next level for a turn of the level below.
/// </summary>
/// <remarks>
/// <para>Invariants:</para>
/// <para>1. A timer waits at the level of the highest digit in which its tick differs from the present, in the slot of that digit of its tick. A digit has eight bits.</para>
/// <para>2. When a level comes to a slot, the timers there are placed anew, at lower levels, in their order. So timers of one tick fire in the order in which they were scheduled.</para>
/// <para>After Varghese and Lauck, "Hashed and Hierarchical Timing Wheels" (1987). Scheduling and cancelling are O(1); a timer is placed anew at most once a level.</para>
/// </remarks>
internal partial struct Wheel
{
    /// <summary>The number of levels.</summary>
    public const int LevelCount = 4;

    /// <summary>The number of slots of a level.</summary>
    public const int SlotsPerLevel = 1 << BitsPerDigit;

    private const int BitsPerDigit = 8;

    [Contains(typeof(Timer), nameof(Timer.BySlot))] private SlotHeads _slots;

    /// <summary>Gets or sets the present tick. It may start anywhere, as long as no timer waits.</summary>
    public long Now { get; set; }

    /// <summary>Lets a timer wait.</summary>
    /// <param name="timer">A timer that does not wait yet.</param>
    /// <param name="delay">In how many ticks it fires.</param>
    public void Schedule(Ptr<Timer> timer, int delay)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(delay);
        timer.Value.Due = Now + delay;
        Place(timer);
    }

    /// <summary>Moves on by one tick and fires the timers that are due, in the order in which they were scheduled.</summary>
    /// <param name="fire">Takes over a timer, which does not wait any more; may schedule and cancel.</param>
    public void Advance(Action<Ptr<Timer>> fire)
    {
        Now++;
        PlaceAnew();
        foreach (Ptr<Timer> timer in Slots[DigitOf(Now, 0)].Drain())
        {
            fire(timer);
        }
    }

    private static int DigitOf(long tick, int level) => (int)(tick >> (level * BitsPerDigit)) & (SlotsPerLevel - 1);

    // From the highest level that has come to another slot down to the second: what comes from above may be due at once.
    private void PlaceAnew()
    {
        int level = 1;
        while (level < LevelCount && DigitOf(Now, level - 1) == 0)
        {
            level++;
        }

        while (--level > 0)
        {
            foreach (Ptr<Timer> timer in Slots[(level * SlotsPerLevel) + DigitOf(Now, level)].Drain())
            {
                Place(timer);
            }
        }
    }

    private void Place(Ptr<Timer> timer)
    {
        long due = timer.Value.Due;
        int level = BitOperations.Log2((ulong)(due ^ Now)) / BitsPerDigit;

        // Ticks are counted in 64 bits, and delays in 31: the digits above the levels wrap around.
        level = Math.Min(level, LevelCount - 1);
        Slots[(level * SlotsPerLevel) + DigitOf(due, level)].AddLast(timer);
    }
}
