using System;
using System.Collections.Generic;

namespace IntrusiveLists;

/// <summary>A delegate as a comparer.</summary>
internal readonly struct DelegateComparer<T>(Comparison<Ptr<T>> comparison) : IComparer<Ptr<T>>
    where T : unmanaged
{
    /// <inheritdoc/>
    public int Compare(Ptr<T> x, Ptr<T> y) => comparison(x, y);
}
