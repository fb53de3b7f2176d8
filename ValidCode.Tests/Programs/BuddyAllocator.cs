using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IntrusiveLists;

namespace Allocation;

/// <summary>The start of a free block: it lives in the very memory that is free.</summary>
[StructLayout(LayoutKind.Sequential)]
public partial struct FreeBlock
{
    public ListNode Node;
    public int Order;

    public readonly bool IsOfOrder(int order) => Order == order && Node.IsLinked;
}

/// <summary>The free blocks of one size.</summary>
public partial struct FreeArea
{
    [Contains(typeof(FreeBlock), nameof(FreeBlock.Node))] internal ListHead Blocks;
    public int Count;

    public unsafe void Add(byte* memory, int order)
    {
        Ptr<FreeBlock> block = (FreeBlock*)memory;
        block.Initialize();
        block.Value.Order = order;
        BlocksList.AddFirst(block);
        Count++;
    }

    public bool TryTake(out Ptr<FreeBlock> block)
    {
        bool taken = BlocksList.TryRemoveFirst(out block);
        Count -= taken ? 1 : 0;
        return taken;
    }

    public void Take(Ptr<FreeBlock> block)
    {
        BlocksList.Remove(block);
        Count--;
    }
}

/// <summary>One area for each order, in native memory.</summary>
[InlineArray(Orders)]
public struct FreeAreas
{
    public const int Orders = 12;
    private FreeArea _first;
}

/// <summary>A buddy allocator over one block of native memory.</summary>
public sealed unsafe class BuddyAllocator : IDisposable
{
    private const int SmallestShift = 6;
    private readonly byte* _memory;
    private readonly byte* _orders;
    private readonly FreeAreas* _areas;

    public BuddyAllocator()
    {
        nuint size = (nuint)1 << (SmallestShift + FreeAreas.Orders - 1);
        _memory = (byte*)NativeMemory.AlignedAlloc(size, size);
        _orders = (byte*)NativeMemory.AllocZeroed(size >> SmallestShift);
        _areas = (FreeAreas*)NativeMemory.AllocZeroed((nuint)sizeof(FreeAreas));
        (*_areas)[FreeAreas.Orders - 1].Add(_memory, FreeAreas.Orders - 1);
    }

    public static int Capacity => 1 << (SmallestShift + FreeAreas.Orders - 1);

    public int FreeBytes
    {
        get
        {
            int bytes = 0;
            Span<FreeArea> areas = *_areas;
            for (int order = 0; order < areas.Length; order++)
            {
                ref readonly FreeArea area = ref areas[order];
                bytes += area.Count << (order + SmallestShift);
            }

            return bytes;
        }
    }

    public void* Allocate(int bytes)
    {
        int order = OrderOf(bytes);
        for (int larger = order; larger < FreeAreas.Orders; larger++)
        {
            ref FreeArea area = ref AreaOf(larger);
            if (area.TryTake(out Ptr<FreeBlock> block))
            {
                byte* memory = (byte*)block.Pointer;
                Split(memory, larger, order);
                _orders[IndexOf(memory)] = (byte)(order + 1);
                return memory;
            }
        }

        return null;
    }

    public void Free(void* pointer)
    {
        byte* memory = (byte*)pointer;
        ref byte state = ref _orders[IndexOf(memory)];
        int order = state - 1;
        if (order < 0)
        {
            throw new ArgumentException("This memory is not allocated.", nameof(pointer));
        }

        state = 0;
        while (order < FreeAreas.Orders - 1 && BuddyOf(memory, order) is var buddy && IsFree(buddy, order))
        {
            AreaOf(order).Take((FreeBlock*)buddy);
            memory = memory < buddy ? memory : buddy;
            order++;
        }

        AreaOf(order).Add(memory, order);
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_memory);
        NativeMemory.Free(_orders);
        NativeMemory.Free(_areas);
    }

    private static int OrderOf(int bytes) => Math.Max(0, BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)bytes)) - SmallestShift);

    private ref FreeArea AreaOf(int order) => ref (*_areas)[order];

    private long IndexOf(byte* memory) => (memory - _memory) >> SmallestShift;

    private byte* BuddyOf(byte* memory, int order) => _memory + ((memory - _memory) ^ (1L << (order + SmallestShift)));

    // A free block of its own size starts there, and nothing allocated does.
    private bool IsFree(byte* memory, int order)
    {
        if (_orders[IndexOf(memory)] != 0)
        {
            return false;
        }

        foreach (Ptr<FreeBlock> block in AreaOf(order).BlocksList)
        {
            if (block == (FreeBlock*)memory)
            {
                return true;
            }
        }

        return false;
    }

    private void Split(byte* memory, int from, int to)
    {
        for (int order = from; order > to; order--)
        {
            AreaOf(order - 1).Add(BuddyOf(memory, order - 1), order - 1);
        }
    }
}
