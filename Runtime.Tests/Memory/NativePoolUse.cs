namespace IntrusiveLists.Tests.Memory;

/// <summary>How a thread becomes known to a pool.</summary>
internal static class NativePoolUse
{
    /// <summary>Allocates an element and frees it, so many times: a few thousand, and the pool knows the thread by its stack.</summary>
    public static void Use<[AddressStable] T>(this NativePool<T> pool, int times)
        where T : unmanaged
    {
        for (int time = 0; time < times; time++)
        {
            pool.Free(pool.Allocate());
        }
    }
}
