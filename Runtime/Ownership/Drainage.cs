using System;

namespace IntrusiveLists;

/// <summary>
/// One run of an <see cref="OwnershipPlan"/>.
/// </summary>
/// <remarks>
/// <para>
/// It keeps one list of pending elements for each head of the plan and takes from the last that is not empty: elements of one list come in its order,
/// an element before those that it owns, and in a tree of types these before the next element.
/// </para>
/// <para>
/// An element that is linked through another node too is put off until nothing is pending: by then it has come up through the other node, if that is on a list which is drained.
/// If it is on another one, others may be using the element.
/// </para>
/// <para>Elements wait linked through the nodes that they were linked through before: a drain needs no memory, however deep the ownership goes.</para>
/// </remarks>
internal unsafe ref struct Drainage
{
    private const int NotLinked = -1;

    private readonly OwnedList[] _lists;
    private readonly ListNode* _pending;
    private readonly ListNode* _deferred;
    private readonly ElementRelease? _release;

    // No pending list behind this one has elements.
    private int _last;

    /// <summary>Makes a run.</summary>
    /// <param name="lists">The lists of the plan.</param>
    /// <param name="pending">A zeroed head for each of them.</param>
    /// <param name="deferred">A zeroed chain for each of them.</param>
    /// <param name="release">Where the elements go.</param>
    public Drainage(OwnedList[] lists, ListNode* pending, ListNode* deferred, ElementRelease? release)
    {
        _lists = lists;
        _pending = pending;
        _deferred = deferred;
        _release = release;
        _last = -1;
    }

    /// <summary>Drains the first heads of the plan, those of a value, and all that comes from them.</summary>
    public void Run(void* value, int count, ref Failures failures)
    {
        Collect(value, 0, count);
        do
        {
            while (_last >= 0)
            {
                ListNode* head = _pending + _last;
                Hardening.VerifyHead(head);
                ListNode* first = head->Next;
                if (ListCore.IsEnd(head, first))
                {
                    _last--;
                }
                else
                {
                    ListCore.UnlinkFirst(head, first);
                    Take(first, _last, ref failures);
                }
            }
        }
        while (TryTakeDeferred(ref failures));
    }

    /// <summary>Gives back an element that was taken off a list, or puts it off.</summary>
    private void Take(ListNode* node, int index, ref Failures failures)
    {
        OwnedList list = _lists[index];
        void* element = ElementOf(node, list);
        if (list.Head.ElementType.IndexOfLinked(element) == NotLinked)
        {
            Release(element, NotLinked, list, ref failures);
        }
        else if (!list.Head.ElementType.IsDeferred(element))
        {
            ListCore.Defer(_deferred + index, node);
        }
    }

    private bool TryTakeDeferred(ref Failures failures)
    {
        for (int index = 0; index < _lists.Length; index++)
        {
            ListNode* node = ListCore.UnlinkDeferred(_deferred + index);
            if (node != null)
            {
                OwnedList list = _lists[index];
                void* element = ElementOf(node, list);
                Release(element, list.Head.ElementType.IndexOfLinked(element), list, ref failures);
                return true;
            }
        }

        return false;
    }

    private void Release(void* element, int linked, OwnedList list, ref Failures failures)
    {
        try
        {
            // Others may be using what is still on another list: its own lists are left to them.
            if (linked == NotLinked)
            {
                Collect(element, list.First, list.Count);
            }

            list.Head.ElementType.Release(element, linked, _release);
        }
        catch (Exception failure)
        {
            failures.Add(failure);
        }
    }

    /// <summary>Moves the elements of an owner's lists to the front of those that are pending.</summary>
    private void Collect(void* owner, int first, int count)
    {
        for (int index = first; index < first + count; index++)
        {
            HeadRecord head = _lists[index].Head;
            var heads = (ListNode*)((byte*)owner + head.Offset);
            for (int position = head.Count - 1; position >= 0; position--)
            {
                ListCore.SpliceFirst(_pending + index, heads + position);
            }
        }

        _last = Math.Max(_last, first + count - 1);
    }

    private static void* ElementOf(ListNode* node, OwnedList list) => (byte*)node - list.Head.NodeOffset;
}
