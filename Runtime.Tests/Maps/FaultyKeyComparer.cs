using System.Collections.Generic;

namespace IntrusiveLists.Tests.Maps;

/// <summary>A comparer of keys, all of which share one bucket, that throws at one of its calls.</summary>
internal sealed class FaultyKeyComparer : IEqualityComparer<int>
{
    private Fault _fault = new(0);

    /// <summary>Throws at this call from now on, from 1; never with 0.</summary>
    public void ThrowAt(int call) => _fault = new Fault(call);

    public bool Equals(int x, int y) => _fault.Pass(x == y);

    public int GetHashCode(int obj) => _fault.Pass(0);
}
