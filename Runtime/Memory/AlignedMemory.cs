using System;
using System.Runtime.InteropServices;

namespace IntrusiveLists;

/// <summary>
/// Native memory that starts at a multiple of a power of two.
/// </summary>
internal static unsafe class AlignedMemory
{
#if NET
    /// <summary>Allocates a block. Its contents are undefined.</summary>
    /// <exception cref="OutOfMemoryException">There is no native memory left.</exception>
    public static void* Allocate(nuint size, nuint alignment) => NativeMemory.AlignedAlloc(size, alignment);

    /// <summary>Frees a block.</summary>
    public static void Free(void* block) => NativeMemory.AlignedFree(block);
#else
    /// <summary>Allocates a block. Its contents are undefined.</summary>
    /// <exception cref="OutOfMemoryException">There is no native memory left.</exception>
    public static void* Allocate(nuint size, nuint alignment)
    {
        // The word in front of the block keeps the address that the system handed out.
        nuint padding = (nuint)sizeof(nint) + alignment - 1;
        nint raw = Marshal.AllocHGlobal(checked((nint)(size + padding)));
        void* block = (void*)(((nuint)raw + padding) & ~(alignment - 1));
        ((nint*)block)[-1] = raw;
        return block;
    }

    /// <summary>Frees a block.</summary>
    public static void Free(void* block) => Marshal.FreeHGlobal(((nint*)block)[-1]);
#endif
}
