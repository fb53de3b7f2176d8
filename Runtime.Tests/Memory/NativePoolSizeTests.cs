using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests.Memory;

/// <summary>What holds for elements of every size.</summary>
public abstract unsafe class NativePoolSizeTests<T> : IDisposable
    where T : unmanaged
{
    // Several slabs, and for small elements many batches in each.
    private static readonly int Count = Math.Clamp(1_000_000 / sizeof(T), 40, 20_000);

    private readonly NativePool<T> _pool = new();

    public void Dispose()
    {
        _pool.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void ANewElementIsZeroed() => Assert.All(AllocateAll(), AssertZeroed);

    [Fact]
    public void AReusedElementIsZeroed()
    {
        foreach (Ptr<T> element in AllocateAll())
        {
            BytesOf(element).Fill(0xff);
            _pool.Free(element);
        }

        Assert.All(AllocateAll(), AssertZeroed);
    }

    [Fact]
    public void ElementsAreAligned() => Assert.All(AllocateAll(), element => Assert.Equal(0u, (nuint)element.Pointer % 16));

    [Fact]
    public void ElementsDoNotOverlap()
    {
        nuint free = 0;
        foreach (Ptr<T> element in AllocateAll().OrderBy(element => (ulong)element.Pointer))
        {
            Assert.True((nuint)element.Pointer >= free, $"{element} overlaps the element before it.");
            free = (nuint)element.Pointer + (nuint)sizeof(T);
        }
    }

    [Fact]
    public void ElementsKeepTheirContents()
    {
        List<Ptr<T>> elements = AllocateAll();
        for (int index = 0; index < elements.Count; index++)
        {
            BytesOf(elements[index]).Fill((byte)index);
        }

        for (int index = 0; index < elements.Count; index++)
        {
            Assert.Equal(-1, BytesOf(elements[index]).IndexOfAnyExcept((byte)index));
        }
    }

    [Fact]
    public void FreedMemoryIsUsedAgain()
    {
        List<Ptr<T>> elements = AllocateAll();
        elements.ForEach(_pool.Free);

        Assert.Equal(elements.ToHashSet(), AllocateAll().ToHashSet());
    }

    [Fact]
    public void OnlyTheStartOfAnElementIsFreed()
    {
        Ptr<T> element = _pool.Allocate();
        for (int offset = 1; offset < sizeof(T); offset += Math.Max(1, sizeof(T) / 100))
        {
            var inside = (T*)((byte*)element.Pointer + offset);
            Assert.Throws<InvalidOperationException>(() => _pool.Free(inside));
        }

        _pool.Free(element);
    }

    private static Span<byte> BytesOf(Ptr<T> element) => new(element, sizeof(T));

    private static void AssertZeroed(Ptr<T> element) => Assert.Equal(-1, BytesOf(element).IndexOfAnyExcept((byte)0));

    private List<Ptr<T>> AllocateAll() => Enumerable.Range(0, Count).Select(_ => _pool.Allocate()).ToList();
}
