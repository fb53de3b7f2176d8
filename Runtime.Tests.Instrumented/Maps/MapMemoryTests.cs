using System;
using IntrusiveLists.Tests.Hooks;
using Xunit;

namespace IntrusiveLists.Tests.Maps;

/// <summary>Exactly when a map gives back what.</summary>
public sealed class MapMemoryTests
{
    private readonly int _slots = FreeMemory.LiveSlots;
    private readonly int _slabs = FreeMemory.LiveSlabs;

    private (int Slots, int Slabs) Live => (FreeMemory.LiveSlots - _slots, FreeMemory.LiveSlabs - _slabs);

    [Fact]
    public void AMapTakesMemoryWithItsFirstValueAndGivesItBackWhenItIsDisposed()
    {
        var map = new ValueMap<int, Bucket>();
        Assert.Equal((0, 0), Live);
        map.GetOrAdd(1).Dispose();
        map.GetOrAdd(2).Dispose();
        Assert.Equal((2, 1), Live);
        map.Remove(1);
        Assert.Equal((1, 1), Live);
        map.Dispose();
        Assert.Equal((0, 0), Live);
    }

    [Fact]
    public void TheLastScopeOfADisposedMapGivesBackTheMemory()
    {
        var map = new ValueMap<int, Bucket>();
        ValueScope<Bucket> first = map.GetOrAdd(1);
        ValueScope<Bucket> again = map.Find(1);
        ValueScope<Bucket> second = map.GetOrAdd(2);
        map.Dispose();
        Assert.Equal((2, 1), Live);
        first.Dispose();
        Assert.Equal((2, 1), Live);
        again.Dispose();
        Assert.Equal((1, 1), Live);
        second.Value.Key = 2;
        second.Dispose();
        Assert.Equal((0, 0), Live);
    }

    [Fact]
    public void AComparerThatThrowsLosesNoMemory()
    {
        for (int call = 1; call <= 10; call++)
        {
            LosesNothing(call, map => map.GetOrAdd(2).Dispose());
            LosesNothing(call, map => map.Update(2).Dispose());
            LosesNothing(call, map => map.Update(1).Dispose());
            LosesNothing(call, map => map.Remove(1));
            LosesNothing(call, map => map.Clear());
        }
    }

    private void LosesNothing(int call, Action<ValueMap<int, Bucket>> action)
    {
        var comparer = new FaultyKeyComparer();
        var map = new ValueMap<int, Bucket>(comparer: comparer);
        map.GetOrAdd(1).Dispose();
        comparer.ThrowAt(call);
        Assert.True(Record.Exception(() => action(map)) is null or CallbackException);
        comparer.ThrowAt(0);
        Assert.Equal((map.Count, 1), Live);
        map.Dispose();
        Assert.Equal((0, 0), Live);
    }
}
