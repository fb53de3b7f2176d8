using System.Runtime.CompilerServices;
using IntrusiveLists;

namespace TimerWheel;

/// <summary>The heads of all slots of a wheel, level by level.</summary>
[InlineArray(Wheel.LevelCount * Wheel.SlotsPerLevel)]
internal struct SlotHeads
{
    private ListHead _first;
}
