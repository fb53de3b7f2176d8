using System.Collections.Generic;

namespace IntrusiveLists.Tests;

internal sealed class FaultyEqualityComparer(Fault fault) : IEqualityComparer<Ptr<Item>>
{
    public bool Equals(Ptr<Item> x, Ptr<Item> y) => fault.Pass(x.Value.Rank == y.Value.Rank);

    public int GetHashCode(Ptr<Item> obj) => obj.Value.Rank;
}
