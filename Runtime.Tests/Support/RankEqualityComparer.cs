using System.Collections.Generic;

namespace IntrusiveLists.Tests;

internal readonly struct RankEqualityComparer : IEqualityComparer<Ptr<Item>>
{
    public bool Equals(Ptr<Item> x, Ptr<Item> y) => x.Value.Rank == y.Value.Rank;

    public int GetHashCode(Ptr<Item> obj) => obj.Value.Rank;
}
