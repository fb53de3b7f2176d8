using System;
using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists;

/// <summary>
/// The heads that a value owns, those that the elements of these own, and so on: how to take a value apart. The kernel's <c>bpf_obj_free_fields</c>, without its recursion.
/// </summary>
/// <remarks>
/// <para>
/// Invariant: the heads of one type follow each other, and those of the elements of a type come after its own when the type is first met.
/// A drain keeps one list of pending elements for each head of the plan and takes from the last that is not empty:
/// elements of one list come in its order, an element before those that it owns, and in a tree of types these before the next element.
/// </para>
/// <para>The pending elements are linked through the nodes that they were linked through before: a drain needs no memory, however deep the ownership goes.</para>
/// </remarks>
internal sealed unsafe class OwnershipPlan
{
    private readonly OwnedList[] _lists;
    private readonly int _rootCount;

    private OwnershipPlan(OwnedList[] lists, int rootCount)
    {
        _lists = lists;
        _rootCount = rootCount;
    }

    /// <summary>Makes the plan of a type.</summary>
    /// <exception cref="InvalidOperationException">The record of a type that it can own is wrong; see <see cref="IntrusiveRecord.Of{T}"/>.</exception>
    public static OwnershipPlan Of<T>()
        where T : unmanaged
    {
        var types = new List<ElementType> { ElementType<T>.Instance };
        var firsts = new Dictionary<ElementType, int>();
        int count = 0;
        for (int index = 0; index < types.Count; index++)
        {
            ElementType type = types[index];
            firsts.Add(type, count);
            count += type.Record.Heads.Count;
            types.AddRange(type.Record.Heads.Select(head => head.ElementType).Distinct().Where(element => !types.Contains(element)));
        }

        // The last list is taken from first, so the heads of a type stand in reverse.
        IEnumerable<OwnedList> lists =
            from type in types
            from head in type.Record.Heads.Reverse()
            select new OwnedList(head, firsts[head.ElementType], head.ElementRecord.Heads.Count);
        return new OwnershipPlan(lists.ToArray(), ElementType<T>.Instance.Record.Heads.Count);
    }

    /// <summary>Takes all elements off the lists of a value that nobody else uses, gives each back, and does the same with the lists that they own. O(elements).</summary>
    /// <param name="value">The value, whose heads are empty afterwards.</param>
    /// <param name="release">Where the elements go.</param>
    /// <param name="failures">Receives what the actions throw, and the elements that cannot be given back. Nothing keeps the rest from being drained.</param>
    public void Drain(void* value, ElementRelease? release, ref Failures failures)
    {
        ListNode* pending = stackalloc ListNode[_lists.Length];
        int last = Collect(value, 0, _rootCount, pending);
        while (last >= 0)
        {
            ListNode* node = ListCore.UnlinkFirst(pending + last);
            if (node == null)
            {
                last--;
                continue;
            }

            try
            {
                OwnedList list = _lists[last];
                void* element = (byte*)node - list.Head.NodeOffset;

                // Others may be using what is still on another list: its own lists are left to them.
                int linked = list.Count > 0 ? list.Head.ElementType.IndexOfLinked(element) : -1;
                if (linked < 0)
                {
                    last = Math.Max(last, Collect(element, list.First, list.Count, pending));
                }

                list.Head.ElementType.Release(element, linked, release);
            }
            catch (Exception failure)
            {
                failures.Add(failure);
            }
        }
    }

    /// <summary>Moves the elements of an owner's lists to the front of those that are pending, and returns the index of its last head, where draining goes on.</summary>
    private int Collect(void* owner, int first, int count, ListNode* pending)
    {
        for (int index = first; index < first + count; index++)
        {
            HeadRecord head = _lists[index].Head;
            var heads = (ListNode*)((byte*)owner + head.Offset);
            for (int position = head.Count - 1; position >= 0; position--)
            {
                ListCore.SpliceFirst(pending + index, heads + position);
            }
        }

        return first + count - 1;
    }
}
