using IntrusiveLists;

namespace LruCache;

/// <summary>An entry of <see cref="IntrusiveLruCache{TKey}"/>.</summary>
/// <remarks>It lies in native memory, which holds no references: so it has the number of a slot instead of the key itself.</remarks>
internal partial struct CacheEntry
{
    public ListNode ByUse;
    public int KeySlot;
}
