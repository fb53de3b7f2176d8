using System;
using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Benchmarks;

/// <summary>Everything that is measured, for one size of elements.</summary>
internal static class Contenders
{
    /// <summary>The size of small elements in bytes.</summary>
    public const int SmallSize = 32;

    /// <summary>The size of large elements in bytes.</summary>
    public const int LargeSize = 256;

    /// <summary>Returns all contenders: ours first.</summary>
    public static IReadOnlyList<Contender> All(string peers, Func<int, IEnumerable<Contender>> hosted, int elementSize) =>
    [
        .. hosted(elementSize)
            .Concat(Managed(elementSize).Select(contender => contender with { Compiler = Compilers.OfThisProgram }))
            .Concat(NativePeers.LoadLists(peers, elementSize))
            .Concat(NativePeers.LoadAllocators(peers, elementSize))
            .OrderBy(contender => contender.Contract),
    ];

    /// <summary>Returns those that are written in C#, as this program is compiled.</summary>
    public static IEnumerable<Contender> Managed(int elementSize) => elementSize == SmallSize
        ?
        [
            .. IntrusiveContender<SmallElement, SmallElement.NodeLink, SmallOwner>.All(),
            new PoolContender<SmallElement>().Create(),
            new PointerContender(elementSize).Create(),
            LinkedListContender<SmallPayload>.CreateReusing(),
            LinkedListContender<SmallPayload>.CreateAllocating(),
        ]
        :
        [
            .. IntrusiveContender<LargeElement, LargeElement.NodeLink, LargeOwner>.All(),
            new PoolContender<LargeElement>().Create(),
            new PointerContender(elementSize).Create(),
            LinkedListContender<LargePayload>.CreateReusing(),
            LinkedListContender<LargePayload>.CreateAllocating(),
        ];
}
