namespace IntrusiveLists;

/// <summary>The address of a node beside the key of its element.</summary>
internal readonly struct KeyedNode(ulong key, nint node)
{
    public readonly ulong Key = key;
    public readonly nint Node = node;
}
