using System;

namespace IntrusiveLists.Tests;

/// <summary>A key whose comparison throws.</summary>
internal sealed class FaultyKey(int rank, Fault fault) : IComparable<FaultyKey>
{
    private readonly int _rank = rank;

    public int CompareTo(FaultyKey? other) => fault.Pass(_rank.CompareTo(other!._rank));
}
