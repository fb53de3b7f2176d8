using System.Diagnostics;

namespace IntrusiveLists;

/// <summary>
/// What a debugger shows of an array of lists: each with its elements.
/// </summary>
internal sealed class ListArrayDebugView<T, TLink>
    where T : unmanaged
    where TLink : unmanaged, IListLink<T>
{
    public ListArrayDebugView(IntrusiveListArray<T, TLink> lists)
    {
        Items = new ListView[lists.Length];
        for (int index = 0; index < lists.Length; index++)
        {
            IntrusiveList<T, TLink> list = lists[index];
            Items[index] = new ListView($"[{index}]", list.Walk().ToString(), new ListDebugView<T, TLink>(list).Items);
        }
    }

    /// <summary>Gets the lists.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public ListView[] Items { get; }
}
