using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// A singly linked stack of free slots, linked through their own memory. The unit that threads and the depot exchange.
/// </summary>
/// <remarks>The name and the idea are those of Bonwick and Adams, "Magazines and Vmem" (2001).</remarks>
internal unsafe struct Magazine
{
    /// <summary>Makes the magazine of a chain of slots.</summary>
    public Magazine(FreeSlot* top, int count)
    {
        Top = top;
        Count = count;
    }

    /// <summary>Gets the slot that is popped next, or null.</summary>
    public FreeSlot* Top { get; private set; }

    /// <summary>Gets the number of slots.</summary>
    public int Count { get; private set; }

    /// <summary>Gets whether there is no slot.</summary>
    public readonly bool IsEmpty => Top == null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(FreeSlot* slot)
    {
        slot->Next = Top;
        Top = slot;
        Count++;
    }

    /// <summary>Takes the top slot off. There must be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FreeSlot* Pop()
    {
        FreeSlot* slot = Top;
        Top = slot->Next;
        Count--;
        return slot;
    }
}
