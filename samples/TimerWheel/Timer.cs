using IntrusiveLists;

namespace TimerWheel;

/// <summary>A timer of the wheel: an element of the slot in which it waits.</summary>
internal partial struct Timer
{
    public ListNode BySlot;

    /// <summary>The tick at which it fires.</summary>
    public long Due;

    /// <summary>The number by which the program knows it.</summary>
    public int Number;
}
