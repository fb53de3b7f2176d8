using System;
using System.Collections.Generic;
using Xunit;

namespace IntrusiveLists.Tests.Memory;

/// <summary>A pool, and a model of it: which addresses are allocated, with which contents, and which are free again.</summary>
internal sealed unsafe class NativePoolModel<[AddressStable] T> : IDisposable
    where T : unmanaged
{
    private readonly NativePool<T> _pool = new();
    private readonly Dictionary<Ptr<T>, long> _stamps = [];
    private readonly List<Ptr<T>> _allocated = [];
    private readonly List<Ptr<T>> _freed = [];

    public void Dispose() => _pool.Dispose();

    /// <summary>Makes one call and checks its result. The argument chooses the element; a call without a candidate does nothing.</summary>
    public void Apply(NativePoolModelCall call, int argument)
    {
        switch (call)
        {
            case NativePoolModelCall.Allocate:
                Allocate(argument);
                break;
            case NativePoolModelCall.Free when _allocated.Count > 0:
                Free(argument % _allocated.Count);
                break;
            case NativePoolModelCall.FreeAgain when _freed.Count > 0:
                AssertRefused(_freed[argument % _freed.Count]);
                break;
            case NativePoolModelCall.FreeInside when _allocated.Count > 0:
                byte* element = (byte*)_allocated[argument % _allocated.Count].Pointer;
                AssertRefused((T*)(element + 1 + (argument % (sizeof(T) - 1))));
                break;
        }
    }

    /// <summary>Checks that every element that is allocated is as it was left.</summary>
    public void AssertContents() => Assert.All(_allocated, element => Assert.Equal(_stamps[element], StampOf(element)));

    private static ref long StampOf(Ptr<T> element) => ref *(long*)element.Pointer;

    private void Allocate(int stamp)
    {
        Ptr<T> element = _pool.Allocate();
        Assert.Equal(-1, new Span<byte>(element, sizeof(T)).IndexOfAnyExcept((byte)0));
        Assert.True(_stamps.TryAdd(element, stamp), $"{element} is allocated already.");
        StampOf(element) = stamp;
        _allocated.Add(element);
        _freed.Remove(element);
    }

    private void Free(int index)
    {
        Ptr<T> element = _allocated[index];
        Assert.Equal(_stamps[element], StampOf(element));
        _pool.Free(element);
        _stamps.Remove(element);
        _allocated.RemoveAt(index);
        _freed.Add(element);
    }

    private void AssertRefused(Ptr<T> element) => Assert.Throws<InvalidOperationException>(() => _pool.Free(element));
}
