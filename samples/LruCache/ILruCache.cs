namespace LruCache;

/// <summary>A set of keys of fixed capacity that forgets the least recently used one.</summary>
internal interface ILruCache<TKey>
    where TKey : notnull
{
    /// <summary>Makes a key the most recently used one, and takes it in if it is not there. O(1).</summary>
    /// <returns>Whether the key was there: a hit.</returns>
    bool Access(TKey key);
}
