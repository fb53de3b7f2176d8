using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IntrusiveLists;

namespace Generics;

/// <summary>What can be done with every list, whatever it holds.</summary>
public static class Lists
{
    public static int CountWhere<T, TLink>(IntrusiveList<T, TLink> list, Func<Ptr<T>, bool> predicate)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        int count = 0;
        foreach (Ptr<T> element in list)
        {
            count += predicate(element) ? 1 : 0;
        }

        return count;
    }

    public static bool TryFind<T, TLink>(IntrusiveList<T, TLink> list, Predicate<Ptr<T>> predicate, out Ptr<T> found)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        foreach (Ptr<T> element in list)
        {
            if (predicate(element))
            {
                found = element;
                return true;
            }
        }

        found = default;
        return false;
    }

    public static Ptr<T> ElementAt<T, TLink>(IntrusiveList<T, TLink> list, int index)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        for (Ptr<T> element = list.First; !element.IsNull; element = list.Next(element))
        {
            if (index-- == 0)
            {
                return element;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(index));
    }

    public static TResult Aggregate<T, TLink, TResult>(this IntrusiveList<T, TLink> list, TResult seed, Func<TResult, Ptr<T>, TResult> add)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        TResult result = seed;
        foreach (var element in list)
        {
            result = add(result, element);
        }

        return result;
    }

    public static void MoveAll<T, TLink>(IntrusiveList<T, TLink> from, IntrusiveList<T, TLink> to, Predicate<Ptr<T>> predicate)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        foreach (Ptr<T> element in from)
        {
            if (predicate(element))
            {
                to.MoveToLast(element);
            }
        }
    }

    /// <summary>Calls something for each value where it is.</summary>
    public static void ForEach<T, TLink>(IntrusiveList<T, TLink> list, Visit<T> visit)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        foreach (Ptr<T> element in list)
        {
            visit(ref element.Value);
        }
    }
}

public delegate void Visit<[AddressStable] T>(ref T value);

/// <summary>A fixed number of values in native memory, which nobody copies.</summary>
public sealed unsafe class NativeArray<[AddressStable] T> : IDisposable, IEnumerable<Ptr<T>>
    where T : unmanaged
{
    private T* _values;

    public NativeArray(int length)
    {
        Length = length;
        _values = (T*)NativeMemory.AllocZeroed((nuint)length, (nuint)sizeof(T));
    }

    ~NativeArray() => Free();

    public int Length { get; }

    public Span<T> Values => new(_values, Length);

    public ref T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Length)
            {
                Throw(index);
            }

            return ref _values[index];
        }
    }

    public Ptr<T> PointerTo(int index) => (T*)Unsafe.AsPointer(ref this[index]);

    public IEnumerator<Ptr<T>> GetEnumerator()
    {
        for (int index = 0; index < Length; index++)
        {
            yield return PointerTo(index);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    [DoesNotReturn]
    private static void Throw(int index) => throw new ArgumentOutOfRangeException(nameof(index), index, null);

    private void Free()
    {
        NativeMemory.Free(_values);
        _values = null;
    }
}

/// <summary>An element that is generic itself.</summary>
public partial struct Item<TValue>
    where TValue : unmanaged, IComparable<TValue>
{
    public TValue Value;
    public ListNode Node;

    public readonly int CompareTo(in Item<TValue> other) => Value.CompareTo(other.Value);
}

/// <summary>Keeps its items in order.</summary>
public partial struct SortedBag<TValue>
    where TValue : unmanaged, IComparable<TValue>
{
    [Contains(typeof(Item<>), "Node")] private ListHead _items;

    public void Add(Ptr<Item<TValue>> item)
    {
        foreach (Ptr<Item<TValue>> other in Items)
        {
            if (other.Value.CompareTo(in item.Value) > 0)
            {
                Items.AddBefore(other, item);
                return;
            }
        }

        Items.AddLast(item);
    }

    public TValue[] ToValues() => Items.ToArray().Select(item => item.Value.Value).ToArray();

    public void Resort(IComparer<TValue> comparer) => Items.Sort((left, right) => comparer.Compare(left.Value.Value, right.Value.Value));

    public int RemoveAll(TValue value)
    {
        TValue wanted = value;
        return Items.RemoveWhere(item => item.Value.Value.CompareTo(wanted) == 0);
    }
}

/// <summary>Compares by a key.</summary>
public readonly struct ByKey<T, TKey>(Func<Ptr<T>, TKey> key) : IComparer<Ptr<T>>
    where T : unmanaged, IMarker
    where TKey : IComparable<TKey>
{
    public int Compare(Ptr<T> left, Ptr<T> right) => key(left).CompareTo(key(right));
}

/// <summary>Marks types that hold no head or node.</summary>
public interface IMarker;
