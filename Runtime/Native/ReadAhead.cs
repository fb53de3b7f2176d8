using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// Asks for memory that will be needed where a whole list is taken apart. A processor does not know the next node before it has the one at hand, so it fetches little ahead by itself, even where
/// the nodes lie in memory in the order of the list, or in the reverse, as they do when a pool has handed them out one after the other.
/// </summary>
internal readonly unsafe struct ReadAhead
{
    // As a power of two: a page, for which that takes about as long as memory takes to answer.
    private const int PageLog2 = 12;

    private readonly nint _distance;

    private ReadAhead(nint distance) => _distance = distance;

    /// <summary>Returns how the way from one node to a second goes on: a page ahead where they lie within a page of each other, and not at all otherwise.</summary>
    /// <remarks>Without a branch: short lists are drained often, and where their nodes lie is not to be foretold.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadAhead Along(ListNode* first, ListNode* second)
    {
        int signBit = (8 * sizeof(nint)) - 1;
        nint step = (nint)((byte*)second - (byte*)first);
        nuint pages = (nuint)(step + (1 << PageLog2)) >> (PageLog2 + 1);
        nint near = ((nint)pages - 1) >> signBit;
        return new ReadAhead((((step >> signBit) | 1) << PageLog2) & near);
    }

    /// <summary>Asks for what lies ahead of a node; for the node itself where the way does not go along memory, which costs nothing more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void From(ListNode* node) => Prefetching.Load((byte*)node + _distance);
}
