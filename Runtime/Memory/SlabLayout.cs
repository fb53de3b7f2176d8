using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// Where things lie in a slab: all of the address arithmetic.
/// </summary>
/// <remarks>
/// <para>Invariants:</para>
/// <para>1. A slab starts at a multiple of its size, a power of two: masking the address of anything inside gives the slab.</para>
/// <para>2. It begins with one state word (<see cref="SlotState"/>) for each slot; the slots follow, the first at a multiple of a cache line.</para>
/// <para>3. A slot is a multiple of 16 bytes: aligned for every type, and never too small for a <see cref="FreeSlot"/>.</para>
/// <para>Where the element size is a constant, so is everything here: the properties are plain arithmetic for that reason, and inlined without question, or native code would divide.</para>
/// </remarks>
/// <param name="elementSize">The size of the elements in bytes.</param>
internal readonly unsafe struct SlabLayout(int elementSize)
{
    private const nuint SlotAlignment = 16;
    private const nuint CacheLine = 64;
    private const nuint MinimumSlabSize = 64 * 1024;
    private const nuint MinimumSlotCount = 8;
    private const nuint MaximumBatchSize = 16 * 1024;
    private const nuint MaximumBatchCount = 64;

    /// <summary>Gets the size of a slab: at least 64 KB, and enough for eight slots.</summary>
    public nuint SlabSize
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            nuint required = checked(CacheLine + (MinimumSlotCount * (SlotSize + sizeof(int))));
            return required < MinimumSlabSize ? MinimumSlabSize : RoundUpToPowerOfTwo(required);
        }
    }

    /// <summary>Gets the distance in bytes from one slot to the next.</summary>
    public nuint SlotSize => RoundUp((nuint)elementSize, SlotAlignment);

    /// <summary>Gets the number of slots in a slab.</summary>
    public int SlotCount => (int)((SlabSize - CacheLine) / (SlotSize + sizeof(int)));

    /// <summary>Gets how many slots a full <see cref="Magazine"/> holds: 64, or fewer when they would be more than 16 KB, but at least one.</summary>
    public int BatchCount
    {
        get
        {
            nuint count = MaximumBatchSize / SlotSize;
            return (int)(count < 1 ? 1 : count < MaximumBatchCount ? count : MaximumBatchCount);
        }
    }

    private nuint SlotsOffset => RoundUp((nuint)SlotCount * sizeof(int), CacheLine);

    /// <summary>Returns the slab that an address would lie in. It need not exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nuint SlabOf(void* address) => (nuint)address & ~(SlabSize - 1);

    /// <summary>Returns the first slot of a slab.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* FirstSlotOf(byte* slab) => slab + SlotsOffset;

    /// <summary>Returns whether a slot starts at an address inside a slab.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsStartOfSlot(void* address)
    {
        // An address in front of the first slot wraps around, to an index beyond the last.
        nuint index = IndexOf(address);
        return index < (nuint)SlotCount && index * SlotSize == DistanceFromFirstSlot(address);
    }

    /// <summary>Returns the state word of a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int* StateOf(void* slot) => (int*)SlabOf(slot) + IndexOf(slot);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nuint IndexOf(void* address) => DistanceFromFirstSlot(address) / SlotSize;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nuint DistanceFromFirstSlot(void* address) => ((nuint)address & (SlabSize - 1)) - SlotsOffset;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint RoundUp(nuint value, nuint powerOfTwo) => (value + powerOfTwo - 1) & ~(powerOfTwo - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint RoundUpToPowerOfTwo(nuint value)
    {
        nuint ones = value - 1;
        ones |= ones >> 1;
        ones |= ones >> 2;
        ones |= ones >> 4;
        ones |= ones >> 8;
        ones |= ones >> 16;
        ones |= ones >> 32;
        return checked(ones + 1);
    }
}
