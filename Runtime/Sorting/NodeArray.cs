using System;

namespace IntrusiveLists;

/// <summary>
/// The addresses of the nodes of a list, in order.
/// </summary>
internal unsafe ref struct NodeArray
{
    /// <summary>How many words on the stack are worth their place: those of 128 nodes, and of what follows them.</summary>
    public const int StackLength = 128 + Prefetching.Distance;

    private TemporaryArray<nint> _array;

    /// <summary>Takes memory of the caller's that has <see cref="StackLength"/> items.</summary>
    public NodeArray(Span<nint> stack)
    {
        _array = new TemporaryArray<nint>(stack);
    }

    /// <summary>Gets the memory: the nodes, and what is behind them to look ahead into.</summary>
    public readonly Span<nint> Memory => _array.Items;

    /// <summary>Returns the nodes of a list. O(n). Behind them there is memory to look ahead into.</summary>
    /// <remarks>From both ends at once: where every node is a cache miss, two of them are then waited for at a time.</remarks>
    public Span<nint> Gather(ListNode* head)
    {
        ListNode* front = ListCore.Start(head);
        if (front == head)
        {
            return default;
        }

        ListNode* back = head->Previous;
        Span<nint> nodes = _array.Items;
        int first = 0;
        int last = 0;
        while (front != back)
        {
            nodes[first++] = (nint)front;
            nodes[nodes.Length - ++last] = (nint)back;
            front = front->Next;
            if (front == back)
            {
                return Join(first, last);
            }

            back = back->Previous;
            if (nodes.Length - first - last < 2)
            {
                _array.Grow(first, last);
                nodes = _array.Items;
            }
        }

        nodes[first++] = (nint)front;
        return Join(first, last);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => _array.Dispose();

    private Span<nint> Join(int first, int last)
    {
        if (_array.Items.Length - first - last < Prefetching.Distance)
        {
            _array.Grow(first, last);
        }

        Span<nint> nodes = _array.Items;
        nodes.Slice(nodes.Length - last).CopyTo(nodes.Slice(first));
        return nodes.Slice(0, first + last);
    }
}
