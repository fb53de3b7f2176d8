using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Benchmarks;

/// <summary>Everything that is measured, for one size of elements.</summary>
internal static class Contenders
{
    /// <summary>Returns the contenders for elements of 32 bytes.</summary>
    public static IReadOnlyList<Contender> Small(string peers, PoolContender<SmallElement> pool) =>
    [
        .. IntrusiveContender<SmallElement, SmallElement.NodeLink, SmallOwner>.All(),
        pool.Create(),
        .. Others(peers, 32),
        LinkedListContender<SmallPayload>.CreateReusing(),
        LinkedListContender<SmallPayload>.CreateAllocating(),
    ];

    /// <summary>Returns the contenders for elements of 256 bytes.</summary>
    public static IReadOnlyList<Contender> Large(string peers, PoolContender<LargeElement> pool) =>
    [
        .. IntrusiveContender<LargeElement, LargeElement.NodeLink, LargeOwner>.All(),
        pool.Create(),
        .. Others(peers, 256),
        LinkedListContender<LargePayload>.CreateReusing(),
        LinkedListContender<LargePayload>.CreateAllocating(),
    ];

    private static IEnumerable<Contender> Others(string peers, int elementSize) =>
        NativePeers.LoadLists(peers, elementSize).Concat(NativePeers.LoadAllocators(peers, elementSize)).Append(new PointerContender(elementSize).Create());
}
