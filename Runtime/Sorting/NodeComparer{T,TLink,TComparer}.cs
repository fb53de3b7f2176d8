using System.Collections.Generic;

namespace IntrusiveLists;

/// <summary>Compares the addresses of nodes by comparing the elements that embed them.</summary>
internal readonly unsafe struct NodeComparer<T, TLink, TComparer>(TComparer comparer) : IComparer<nint>
    where T : unmanaged
    where TLink : unmanaged, IListLink<T>
    where TComparer : IComparer<Ptr<T>>
{
    /// <inheritdoc/>
    public int Compare(nint x, nint y) => comparer.Compare(ListLink.ElementOf<T, TLink>((ListNode*)x), ListLink.ElementOf<T, TLink>((ListNode*)y));
}
