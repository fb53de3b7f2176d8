using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// A stack of free slots, linked through their own memory. The unit that threads and the depot exchange.
/// </summary>
/// <remarks>The name and the idea are those of Bonwick and Adams, "Magazines and Vmem" (2001).</remarks>
internal unsafe struct Magazine
{
    private Lanes _tops;

    private Magazine(int count)
    {
        _tops = default;
        Count = count;
    }

    /// <summary>Gets the number of slots.</summary>
    public int Count { get; private set; }

    /// <summary>Gets whether there is no slot.</summary>
    public readonly bool IsEmpty => Count == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(FreeSlot* slot)
    {
        int number = Count;
        slot->Next = _tops[number];
        _tops[number] = slot;
        Count = number + 1;
    }

    /// <summary>Takes the top slot off. There must be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FreeSlot* Pop()
    {
        int number = Count - 1;
        FreeSlot* slot = _tops[number];
        _tops[number] = slot->Next;
        Count = number;
        return slot;
    }

    /// <summary>Puts all slots of this magazine, which is full, onto a pile of such magazines.</summary>
    public void MoveTo(ref Lanes pile)
    {
        for (int lane = 0; lane < Lanes.Count && lane < Count; lane++)
        {
            _tops[lane]->NextMagazine = pile[lane];
            pile[lane] = _tops[lane];
        }

        this = default;
    }

    /// <summary>Takes the slots of one magazine off a pile of full magazines, on which there is one.</summary>
    public static Magazine TakeFrom(ref Lanes pile, int count)
    {
        var magazine = new Magazine(count);
        for (int lane = 0; lane < Lanes.Count && lane < count; lane++)
        {
            magazine._tops[lane] = pile[lane];
            pile[lane] = pile[lane]->NextMagazine;
        }

        return magazine;
    }
}
