using System.Collections.Generic;

namespace IntrusiveLists.Tests;

internal sealed class FaultyComparer(Fault fault) : IComparer<Ptr<Item>>
{
    public int Compare(Ptr<Item> x, Ptr<Item> y) => fault.Pass(x.Value.Rank.CompareTo(y.Value.Rank));
}
