namespace IntrusiveLists.Tests;

/// <summary>A head or a node as it lies in memory.</summary>
public unsafe struct RawNode
{
    public RawNode* Next;
    public RawNode* Previous;

    public readonly bool IsZero => Next == null && Previous == null;

    public static RawNode* Of<T, TLink>(Ptr<T> element)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => (RawNode*)((byte*)element.Pointer + default(TLink).Offset);
}
