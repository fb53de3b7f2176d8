using System;
using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists;

/// <summary>
/// The heads that a value owns, those that the elements of these own, and so on: how to take a value apart. The kernel's <c>bpf_obj_free_fields</c>, without its recursion.
/// </summary>
/// <remarks>
/// Invariant: the heads of one type follow each other, in reverse, and those of the elements of a type come after its own when the type is first met.
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
        ListNode* deferred = stackalloc ListNode[_lists.Length];
        new Drainage(_lists, pending, deferred, release).Run(value, _rootCount, ref failures);
    }
}
