using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// The tops of some stacks of free slots, which take turns.
/// </summary>
/// <remarks>
/// The slot below the top is known only when the top has been read, and one that nobody has used for long is in none of the processor's caches.
/// One after the other, each would be waited for; of stacks that take turns, several are on their way at the same time.
/// </remarks>
internal unsafe struct Lanes
{
    /// <summary>How many there are: a power of two.</summary>
    public const int Count = 8;

    private fixed ulong _tops[Count];

    /// <summary>Gets or sets the top of the stack whose turn it is for a number.</summary>
    public FreeSlot* this[int number]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly get => (FreeSlot*)_tops[number & (Count - 1)];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => _tops[number & (Count - 1)] = (ulong)value;
    }
}
