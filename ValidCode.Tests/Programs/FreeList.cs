using System;
using System.Runtime.InteropServices;
using IntrusiveLists;

namespace Memory;

[StructLayout(LayoutKind.Sequential)]
internal partial struct Block
{
    public nuint Size;
    private ListNode _free;
    public ListNode Neighbours;
}

/// <summary>A first-fit allocator in memory of its own: pointers and unsafe code throughout.</summary>
internal unsafe partial struct FreeList
{
    private byte* _start;
    [Contains(typeof(Block), "_free")] private ListHead _free;
    [Contains(typeof(Block), nameof(Block.Neighbours))] private ListHead _all;

    public static FreeList* Create(nuint size)
    {
        var list = (FreeList*)NativeMemory.AllocZeroed((nuint)sizeof(FreeList));
        list->_start = (byte*)NativeMemory.AllocZeroed(size);
        Block* block = (Block*)list->_start;
        block->Size = size;
        list->All.AddLast(block);
        list->Free.AddLast(block);
        return list;
    }

    public void* Allocate(nuint size)
    {
        foreach (Ptr<Block> block in Free)
        {
            if (block.Value.Size >= size + (nuint)sizeof(Block))
            {
                Free.Remove(block);
                return block.Pointer + 1;
            }
        }

        throw new OutOfMemoryException();
    }

    public void Release(void* memory)
    {
        Block* block = (Block*)memory - 1;
        if (!Block.FreeLink.IsLinked(block))
        {
            Free.AddFirst(block);
        }
    }
}
