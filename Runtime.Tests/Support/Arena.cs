using System;
using System.Runtime.InteropServices;

namespace IntrusiveLists.Tests;

/// <summary>A block of native memory: zeroed values at addresses that do not move, and a view of all of their bytes.</summary>
internal sealed unsafe class Arena : IDisposable
{
    private const int Alignment = 16;

    private readonly byte* _start;
    private readonly int _capacity;
    private int _used;

    public Arena(int capacity)
    {
        _capacity = capacity;
        _start = (byte*)NativeMemory.AlignedAlloc((nuint)capacity, Alignment);
        NativeMemory.Clear(_start, (nuint)capacity);
    }

    public Ptr<T> Allocate<[AddressStable] T>()
        where T : unmanaged
    {
        byte* place = _start + _used;
        _used += SizeOf<T>();
        if (_used > _capacity)
        {
            throw new InvalidOperationException("The arena is full.");
        }

        return (T*)place;
    }

    public Ptr<T>[] Allocate<[AddressStable] T>(int count)
        where T : unmanaged
    {
        var values = new Ptr<T>[count];
        foreach (ref Ptr<T> value in values.AsSpan())
        {
            value = Allocate<T>();
        }

        return values;
    }

    public static int SizeOf<[AddressStable] T>()
        where T : unmanaged => (sizeof(T) + Alignment - 1) / Alignment * Alignment;

    public byte[] Snapshot() => new ReadOnlySpan<byte>(_start, _used).ToArray();

    public void Restore(byte[] snapshot) => snapshot.CopyTo(new Span<byte>(_start, _used));

    public void Dispose() => NativeMemory.AlignedFree(_start);
}
