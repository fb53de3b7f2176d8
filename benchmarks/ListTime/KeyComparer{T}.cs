using System.Collections.Generic;

namespace IntrusiveLists.Benchmarks;

/// <summary>Compares elements by their keys, without a delegate.</summary>
internal readonly struct KeyComparer<[AddressStable] T> : IComparer<Ptr<T>>
    where T : unmanaged, IElement
{
    public int Compare(Ptr<T> x, Ptr<T> y) => x.Value.Key.CompareTo(y.Value.Key);
}
