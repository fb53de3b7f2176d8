using System.ComponentModel;

namespace IntrusiveLists;

/// <summary>
/// Elements on their way out of a list: no longer linked, not yet handed out, and walked by one thread without a lock. For generated code only.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TLink">The generated link.</typeparam>
/// <remarks>It refers to its first element, and none to it: it may move, but two copies must not both be walked.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe struct DetachedList<[AddressStable] T, TLink>
    where T : unmanaged
    where TLink : unmanaged, IListLink<T>
{
    private ListNode* _first;

    internal DetachedList(ListNode* first)
    {
        _first = first;
        IsDetached = true;
    }

    /// <summary>Gets whether this is the result of detaching, rather than a default value.</summary>
    public bool IsDetached { get; }

    /// <summary>Gets whether no element is left.</summary>
    public readonly bool IsEmpty => _first == null;

    /// <summary>Gets the element that was taken off last.</summary>
    public Ptr<T> Current { get; private set; }

    /// <summary>Takes the first element off: it is neither linked nor detached afterwards. O(1).</summary>
    /// <returns>Whether there was an element.</returns>
    public bool MoveNext()
    {
        Instrumentation.Yield("handing out");
        ListNode* node = ListCore.UnlinkDetached(ref _first);
        Current = node == null ? default : ListLink.ElementOf<T, TLink>(node);
        return node != null;
    }

    internal ListNode* TakeAll()
    {
        ListNode* first = _first;
        _first = null;
        return first;
    }
}
