using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// Looks for linked nodes in an element. O(nodes of the type).
/// </summary>
internal readonly unsafe struct NodeProbe
{
    private readonly int[] _offsets;

    public NodeProbe(IEnumerable<NodeRecord> nodes)
    {
        _offsets = nodes.Select(node => node.Offset).ToArray();
    }

    /// <summary>Returns whether an element is in a chain of deferred nodes.</summary>
    public bool IsDeferred(void* element)
    {
        foreach (int offset in _offsets)
        {
            if (ListCore.IsDeferred(NodeAt(element, offset)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns whether an element is linked or being drained.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsLinked(void* element)
    {
        foreach (int offset in _offsets)
        {
            if (!NodeAt(element, offset)->IsFree)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the index in the record of the first node that an element is linked through or being drained from, or -1.</summary>
    public int IndexOfLinked(void* element)
    {
        for (int index = 0; index < _offsets.Length; index++)
        {
            if (!NodeAt(element, _offsets[index])->IsFree)
            {
                return index;
            }
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ListNode* NodeAt(void* element, int offset) => (ListNode*)((byte*)element + offset);
}
