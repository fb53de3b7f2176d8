using System.Linq;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// Looks for a linked node in an element, by the record of its type.
/// </summary>
internal sealed unsafe class NodeProbe
{
    private readonly int[] _offsets;

    public NodeProbe(IntrusiveRecord record)
    {
        Record = record;
        _offsets = record.Nodes.Select(node => node.Offset).ToArray();
    }

    /// <summary>Gets the record that the probe was made of.</summary>
    public IntrusiveRecord Record { get; }

    /// <summary>Returns whether an element is in a chain of deferred nodes. O(1) for a type.</summary>
    public bool IsDeferred(void* element)
    {
        foreach (int offset in _offsets)
        {
            if (ListCore.IsDeferred((ListNode*)((byte*)element + offset)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the index in the record of the first node that an element is linked through or being drained from, or -1. O(1) for a type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IndexOfLinked(void* element)
    {
        for (int index = 0; index < _offsets.Length; index++)
        {
            if (!((ListNode*)((byte*)element + _offsets[index]))->IsFree)
            {
                return index;
            }
        }

        return -1;
    }
}
