namespace IntrusiveLists;

/// <summary>The address of a node beside the key of its element.</summary>
internal readonly struct KeyedNode<TKey>(TKey key, nint node)
{
    /// <summary>Gets whether a pooled array of these keeps objects alive.</summary>
    public static bool HoldsReferences =>
#if NET
        System.Runtime.CompilerServices.RuntimeHelpers.IsReferenceOrContainsReferences<TKey>();
#else
        !typeof(TKey).IsPrimitive;
#endif

    public readonly TKey Key = key;
    public readonly nint Node = node;
}
