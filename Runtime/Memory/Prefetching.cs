using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics.X86;
#endif

namespace IntrusiveLists;

/// <summary>
/// Asks the processor for memory that will be needed soon. Does nothing where the runtime has no such instruction; never faults, whatever the address.
/// </summary>
internal static unsafe class Prefetching
{
    /// <summary>How many items ahead of their use the sorts ask for them: longer than a cache miss takes, shorter than the cache forgets.</summary>
    public const int Distance = 16;

    /// <summary>Asks for the cache line of an address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(void* address)
    {
#if NET
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(address);
        }
#endif
    }
}
