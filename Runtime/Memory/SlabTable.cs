using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;

namespace IntrusiveLists;

/// <summary>
/// The addresses of a pool's slabs: a hash set with open addressing that is read without a lock.
/// </summary>
/// <remarks>
/// <para>Invariants:</para>
/// <para>1. One thread at a time writes; any number read. An entry is written once, from empty; a larger array is complete before it is published.</para>
/// <para>2. At most half of the entries are used, so that a search ends, and ends soon.</para>
/// <para>
/// A reader that misses an entry that is being added is right: an element of that slab is handed out after the addition,
/// and reaches another thread by a way that orders the two.
/// </para>
/// </remarks>
internal sealed class SlabTable
{
    private const int InitialLength = 8;
    private const nuint Empty = 0;

    // Shared by all tables that were cleared, which nothing is added to any more. Not allocated then: that could fail.
    private static readonly nuint[] Cleared = new nuint[InitialLength];

    // The length is a power of two.
    private nuint[] _entries = new nuint[InitialLength];
    private int _count;

    /// <summary>Returns whether a slab is in the table. O(1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(nuint slab)
    {
        nuint[] entries = Volatile.Read(ref _entries);
        nuint entry = EntryOf(slab);
        int index = IndexOf(entry, entries);
        while (entries[index] != entry)
        {
            if (entries[index] == Empty)
            {
                return false;
            }

            index = Following(index, entries);
        }

        return true;
    }

    /// <summary>Returns the slabs in the order of their addresses.</summary>
    public nuint[] ToArray() => Volatile.Read(ref _entries).Where(entry => entry != Empty).Select(SlabOf).OrderBy(slab => slab).ToArray();

    /// <summary>Makes room for one slab.</summary>
    /// <exception cref="OutOfMemoryException">There is no memory left; nothing was changed.</exception>
    public void Reserve()
    {
        if (_count < _entries.Length / 2)
        {
            return;
        }

        nuint[] larger = new nuint[_entries.Length * 2];
        foreach (nuint entry in _entries)
        {
            if (entry != Empty)
            {
                larger[FindEmpty(entry, larger)] = entry;
            }
        }

        Volatile.Write(ref _entries, larger);
    }

    /// <summary>Adds a slab that is not in the table. There must be room.</summary>
    public void Add(nuint slab)
    {
        nuint entry = EntryOf(slab);
        Volatile.Write(ref _entries[FindEmpty(entry, _entries)], entry);
        _count++;
    }

    /// <summary>Empties the table for good and hands each slab to an action.</summary>
    public void Clear(Action<nuint> action)
    {
        nuint[] entries = _entries;
        _count = 0;
        Volatile.Write(ref _entries, Cleared);
        foreach (nuint entry in entries)
        {
            if (entry != Empty)
            {
                action(SlabOf(entry));
            }
        }
    }

    private static int FindEmpty(nuint entry, nuint[] entries)
    {
        int index = IndexOf(entry, entries);
        while (entries[index] != Empty)
        {
            index = Following(index, entries);
        }

        return index;
    }

    // The lowest bit tells the slab at address zero, which is what a small invalid pointer seems to lie in, from an empty entry.
    private static nuint EntryOf(nuint slab) => slab | 1;

    private static nuint SlabOf(nuint entry) => entry & ~(nuint)1;

    // Fibonacci hashing. The top half of the product is folded in: its bits depend on those of the address that the bits below do not.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int IndexOf(nuint entry, nuint[] entries)
    {
        ulong product = entry * 0x9E3779B97F4A7C15UL;
        return (int)((product >> 32) ^ (product >> 52)) & (entries.Length - 1);
    }

    private static int Following(int index, nuint[] entries) => (index + 1) & (entries.Length - 1);
}
