namespace IntrusiveLists.Benchmarks;

/// <summary>The node of <see cref="PointerContender"/>.</summary>
internal unsafe struct PointerNode
{
    public PointerNode* Next;
    public PointerNode* Previous;
}
