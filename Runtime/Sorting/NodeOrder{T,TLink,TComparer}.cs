using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>Orders the addresses of nodes by comparing the elements that embed them.</summary>
internal readonly unsafe struct NodeOrder<T, TLink, TComparer>(TComparer comparer) : IItemOrder
    where T : unmanaged
    where TLink : unmanaged, IListLink<T>
    where TComparer : IComparer<Ptr<T>>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAfter(nint first, nint second) => comparer.Compare(ElementOf(first), ElementOf(second)) > 0;

    /// <inheritdoc/>
    public void Prefetch(nint item) => Prefetching.Load(ElementOf(item));

    private static Ptr<T> ElementOf(nint node) => ListLink.ElementOf<T, TLink>((ListNode*)node);
}
