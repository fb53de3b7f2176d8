using System;
using System.Threading;

namespace IntrusiveLists.Tests.Hooks;

/// <summary>Poisons what the pools have free, and looks whether anyone has written there. Counts what they have handed out.</summary>
internal static unsafe class FreeMemory
{
    /// <summary>What every byte of free memory is, behind the links of the pool's free lists.</summary>
    public const byte Poison = 0xDD;

    // The pool's own links.
    private const int LinkSize = 16;

    private static int _slots;
    private static int _slabs;

    /// <summary>Gets how many elements of all pools are allocated.</summary>
    public static int LiveSlots => Volatile.Read(ref _slots);

    /// <summary>Gets how many slabs the pools have.</summary>
    public static int LiveSlabs => Volatile.Read(ref _slabs);

    public static void Obtained(void* memory, nuint size)
    {
        new Span<byte>(memory, checked((int)size)).Fill(Poison);
        Interlocked.Increment(ref _slabs);
    }

    public static void Returned() => Interlocked.Decrement(ref _slabs);

    public static void Freed(void* memory, int size)
    {
        new Span<byte>(memory, size)[Math.Min(size, LinkSize)..].Fill(Poison);
        Interlocked.Decrement(ref _slots);
    }

    public static void Reused(void* memory, int size)
    {
        Interlocked.Increment(ref _slots);
        Span<byte> rest = new Span<byte>(memory, size)[Math.Min(size, LinkSize)..];
        int written = rest.IndexOfAnyExcept(Poison);
        if (written >= 0)
        {
            throw new InvalidOperationException($"Freed memory at 0x{(ulong)memory:x} was written: byte {written + LinkSize} of {size} is 0x{rest[written]:x2}.");
        }
    }
}
