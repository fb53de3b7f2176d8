using System;
using System.Linq;
using System.Runtime.InteropServices;
using Xunit;

namespace IntrusiveLists.Tests.Memory;

/// <summary>What <see cref="NativePool{T}.Free"/> refuses, and that nothing has happened then.</summary>
/// <param name="uses">How often the thread has used the pool before, at the place where it frees.</param>
public abstract unsafe class NativePoolFreeTests(int uses) : IDisposable
{
    private const int SlabSize = 64 * 1024;

    private readonly NativePool<PooledItem> _pool = new();
    private int _uses = uses;

    public void Dispose() => _pool.Dispose();

    [Fact]
    public void NullIsRefused() => Assert.Throws<NullReferenceException>(() => Free(default));

    [Fact]
    public void NullIsRefusedWhenThereAreElements()
    {
        _pool.Allocate();

        NullIsRefused();
    }

    [Fact]
    public void ASecondFreeIsRefused()
    {
        UseBefore();
        Ptr<PooledItem> element = _pool.Allocate();
        Free(element);

        Assert.Equal($"The 'PooledItem' at {element} is not allocated: it was freed already, or never allocated.", Refusal(element));
        Assert.Equal(element, _pool.Allocate());
        Assert.NotEqual(element, _pool.Allocate());
    }

    [Fact]
    public void ASecondFreeIsRefusedOfEveryElement()
    {
        Ptr<PooledItem>[] elements = Enumerable.Range(0, 5_000).Select(_ => _pool.Allocate()).ToArray();
        Array.ForEach(elements, Free);

        Assert.All(elements, element => Refusal(element));
        Assert.Equal(elements.Length, elements.Select(_ => _pool.Allocate()).Distinct().Count());
    }

    [Fact]
    public void InASlabOnlyTheElementsAreFreed()
    {
        // Of more than a thousand slots some are free again, and most were never allocated.
        Ptr<PooledItem>[] elements = Enumerable.Range(0, 100).Select(_ => _pool.Allocate()).ToArray();
        Array.ForEach([.. elements.Skip(50)], Free);
        nuint slab = (nuint)elements[0].Pointer & ~(nuint)(SlabSize - 1);

        for (nuint address = slab; address < slab + SlabSize; address++)
        {
            if (!elements.AsSpan(0, 50).Contains((PooledItem*)address))
            {
                Refusal((PooledItem*)address);
            }
        }

        Array.ForEach([.. elements.Take(50)], Free);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(40)]
    public void AnAddressInsideAnElementIsRefused(int offset)
    {
        Ptr<PooledItem> element = _pool.Allocate();
        element.Value.Stamp = 42;
        var inside = new Ptr<PooledItem>((PooledItem*)((byte*)element.Pointer + offset));

        Assert.Equal($"The address {inside} lies in this pool, but no 'PooledItem' starts there.", Refusal(inside));
        Assert.Equal(42, element.Value.Stamp);
        Free(element);
    }

    [Fact]
    public void TheStartOfASlabIsRefused()
    {
        Ptr<PooledItem> element = _pool.Allocate();
        var slab = new Ptr<PooledItem>((PooledItem*)((nuint)element.Pointer & ~(nuint)(SlabSize - 1)));

        Assert.Equal($"The address {slab} lies in this pool, but no 'PooledItem' starts there.", Refusal(slab));
        Free(element);
    }

    [Fact]
    public void AnElementOfAnotherPoolIsRefused()
    {
        using var other = new NativePool<PooledItem>();
        Ptr<PooledItem> own = _pool.Allocate();
        Ptr<PooledItem> element = other.Allocate();
        element.Value.Stamp = 42;

        AssertForeign(element);
        Assert.Equal(42, element.Value.Stamp);
        other.Free(element);
        Free(own);
    }

    [Fact]
    public void TheStackIsRefused()
    {
        PooledItem local = default;

        AssertForeign(&local);
    }

    [Fact]
    public void ManagedMemoryIsRefused()
    {
        long[] array = new long[100];
        fixed (long* memory = array)
        {
            AssertForeign((PooledItem*)memory);
        }
    }

    [Fact]
    public void OtherNativeMemoryIsRefused()
    {
        void* memory = NativeMemory.Alloc((nuint)sizeof(PooledItem));

        AssertForeign((PooledItem*)memory);
        NativeMemory.Free(memory);
    }

    // Nothing can be read at these; the first and the last but one lie in the first and the last 64 KB of the address space.
    [Theory]
    [InlineData(16)]
    [InlineData(SlabSize)]
    [InlineData(3 * SlabSize)]
    [InlineData(-16)]
    [InlineData(long.MinValue)]
    public void AnAddressWithoutMemoryIsRefused(long address)
    {
        AssertForeign((PooledItem*)address);
        _pool.Allocate();
        AssertForeign((PooledItem*)address);
    }

    [Fact]
    public void AnElementOnAListIsRefused()
    {
        PooledItemLists lists = default;
        Ptr<PooledItem> element = _pool.Allocate();
        element.Value.Stamp = 42;
        lists.ByFirst.AddLast(element);

        Assert.Equal("The 'PooledItem' is still on a list through 'First'; remove it there before it is freed.", Refusal(element));
        Assert.Equal(element, lists.ByFirst.First);
        Assert.Equal(42, element.Value.Stamp);
        Assert.NotEqual(element, _pool.Allocate());

        lists.ByFirst.Remove(element);
        Free(element);
    }

    [Fact]
    public void AnElementOnAListThroughItsSecondNodeIsRefused()
    {
        PooledItemLists lists = default;
        Ptr<PooledItem> element = _pool.Allocate();
        lists.BySecond.AddLast(element);

        Assert.Equal("The 'PooledItem' is still on a list through 'Second'; remove it there before it is freed.", Refusal(element));
        Assert.Equal(element, lists.BySecond.First);

        lists.BySecond.Remove(element);
        Free(element);
    }

    [Fact]
    public void AnElementIsRefusedUntilItIsOnNoList()
    {
        PooledItemLists lists = default;
        Ptr<PooledItem> element = _pool.Allocate();
        lists.ByFirst.AddLast(element);
        lists.BySecond.AddLast(element);

        Assert.Contains("'First'", Refusal(element), StringComparison.Ordinal);
        lists.ByFirst.Remove(element);
        Assert.Contains("'Second'", Refusal(element), StringComparison.Ordinal);
        lists.BySecond.Remove(element);
        Free(element);
        Assert.Contains("not allocated", Refusal(element), StringComparison.Ordinal);
    }

    private string Refusal(Ptr<PooledItem> element) => Assert.Throws<InvalidOperationException>(() => _pool.Free(element)).Message;

    private void AssertForeign(Ptr<PooledItem> element) =>
        Assert.Equal($"There is no 'PooledItem' of this pool at {element}; it belongs to another pool, or to none.", Refusal(element));

    private void Free(Ptr<PooledItem> element)
    {
        UseBefore();
        _pool.Free(element);
    }

    private void UseBefore()
    {
        _pool.Use(_uses);
        _uses = 0;
    }
}
