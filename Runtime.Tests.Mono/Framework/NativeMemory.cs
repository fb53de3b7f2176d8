namespace System.Runtime.InteropServices;

/// <summary>What the tests use of the class that newer frameworks have.</summary>
internal static unsafe class NativeMemory
{
    public static void* Alloc(nuint size) => (void*)Marshal.AllocHGlobal((nint)size);

    public static void Free(void* block) => Marshal.FreeHGlobal((nint)block);

    /// <summary>Allocates a block; the word in front of it keeps the address that the system handed out.</summary>
    public static void* AlignedAlloc(nuint size, nuint alignment)
    {
        nuint padding = (nuint)sizeof(nint) + alignment - 1;
        nint raw = Marshal.AllocHGlobal((nint)(size + padding));
        nint* block = (nint*)(((nuint)raw + padding) & ~(alignment - 1));
        block[-1] = raw;
        return block;
    }

    public static void AlignedFree(void* block) => Marshal.FreeHGlobal(((nint*)block)[-1]);

    public static void Clear(void* block, nuint size) => Fill(block, size, 0);

    public static void Fill(void* block, nuint size, byte value) => new Span<byte>(block, (int)size).Fill(value);
}
