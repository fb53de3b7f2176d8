using System;
using System.Linq;
using IntrusiveLists.Tests.Memory;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>The shared pool of arrays keeps no key alive.</summary>
[Collection(SerialCollection.Name)]
public sealed class PooledKeyTests
{
    [Fact]
    public void SortingLeavesNoKeyInThePool()
    {
        using var world = new World(elements: 20, HeadKind.Zeroed);
        world.Nodes.Fill(20);
        WeakReference[] keys = [];
        Threads.RunAndEnd(() => keys = SortByObject(world));
        GC.Collect();
        Assert.All(keys, key => Assert.False(key.IsAlive));
    }

    private static WeakReference[] SortByObject(World world)
    {
        Version[] keys = [.. world.Elements.Select(element => new Version(1, 100 - element.Value.Key))];
        world.Nodes[0].SortBy(element => keys[element.Value.Key]);
        return [.. keys.Select(key => new WeakReference(key))];
    }
}
