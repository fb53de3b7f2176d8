namespace IntrusiveLists.Tests;

public partial struct CacheOwner
{
    [Contains(typeof(Cache<int, long>.Entry<byte>), nameof(Cache<int, long>.Entry<byte>.Node))]
    internal ListHead _entries;
}
