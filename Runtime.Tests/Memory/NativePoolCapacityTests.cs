using System;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests.Memory;

public sealed class NativePoolCapacityTests : IDisposable
{
    private readonly NativePool<PooledItem> _pool = new();

    public void Dispose() => _pool.Dispose();

    [Fact]
    public void ThereCanBeMillionsOfElements()
    {
        const int Count = 2_000_000;
        var elements = new Ptr<PooledItem>[Count];
        for (int index = 0; index < Count; index++)
        {
            elements[index] = _pool.Allocate();
            elements[index].Value.Stamp = index;
        }

        // An address that was handed out twice has lost its first stamp.
        Assert.DoesNotContain(Enumerable.Range(0, Count), index => elements[index].Value.Stamp != index);
        new Random(1).Shuffle(elements);
        Array.ForEach(elements, _pool.Free);
        Assert.All(elements.Take(1_000), element => Assert.Throws<InvalidOperationException>(() => _pool.Free(element)));
    }
}
