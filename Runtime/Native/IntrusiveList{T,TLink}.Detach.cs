using System.ComponentModel;

namespace IntrusiveLists;

public readonly unsafe ref partial struct IntrusiveList<T, TLink>
{
    /// <summary>
    /// Empties the list; its elements answer that they are not linked, and cannot be added, until they have been taken off the result one by one. O(n). For generated code only.
    /// </summary>
    /// <returns>The elements, from the first to the last.</returns>
    /// <remarks>Called under the lock of the list, it lets one thread walk the elements outside of it, while others ask for them under the lock.</remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DetachedList<T, TLink> Detach()
    {
        var detached = new DetachedList<T, TLink>(ListCore.Detach(_head));
        PinnedListHead.KeepAlive(_owner);
        return detached;
    }

    /// <summary>Puts detached elements back at the front of the list. O(n). For generated code only.</summary>
    /// <param name="detached">The elements, of which none is left afterwards.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Reattach(ref DetachedList<T, TLink> detached)
    {
        ListCore.Reattach(_head, detached.TakeAll());
        PinnedListHead.KeepAlive(_owner);
    }
}
