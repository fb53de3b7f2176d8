using System;
using System.Collections.Generic;

namespace IntrusiveLists;

/// <summary>A delegate as an equality comparer, for comparisons that need no hash code.</summary>
internal readonly struct DelegateEqualityComparer<T>(Func<Ptr<T>, Ptr<T>, bool> areEqual) : IEqualityComparer<Ptr<T>>
    where T : unmanaged
{
    /// <inheritdoc/>
    public bool Equals(Ptr<T> x, Ptr<T> y) => areEqual(x, y);

    /// <inheritdoc/>
    public int GetHashCode(Ptr<T> obj) => 0;
}
