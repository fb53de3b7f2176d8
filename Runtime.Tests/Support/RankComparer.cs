using System.Collections.Generic;

namespace IntrusiveLists.Tests;

internal readonly struct RankComparer : IComparer<Ptr<Item>>
{
    public int Compare(Ptr<Item> x, Ptr<Item> y) => x.Value.Rank.CompareTo(y.Value.Rank);
}
