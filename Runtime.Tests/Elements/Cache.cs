namespace IntrusiveLists.Tests;

/// <summary>A generic type around a generic element.</summary>
public static partial class Cache<TKey, [AddressStable] TValue>
    where TKey : unmanaged
    where TValue : unmanaged
{
    public partial struct Entry<[AddressStable] TTag>
        where TTag : unmanaged
    {
        public ListNode Node;
        public TKey Key;
        public TValue Value;
        public TTag Tag;
    }
}
