using System.Collections.Generic;

namespace IntrusiveLists;

/// <summary>
/// What a debugger shows of an address: the value there, and the lists that it owns, by the record of its type.
/// </summary>
internal sealed unsafe class PtrDebugView<T>
    where T : unmanaged
{
    public PtrDebugView(Ptr<T> pointer)
    {
        using var memory = new ReadableMemory();
        if (memory.TryRead(pointer.Pointer, out T value))
        {
            Value = value;
            Lists = [.. ListsOf((byte*)pointer.Pointer)];
        }
        else
        {
            Value = pointer.IsNull ? null : "there is no memory at this address";
            Lists = [];
        }
    }

    /// <summary>Gets a copy of the value; null for the null pointer, a text where it cannot be read.</summary>
    public object? Value { get; }

    /// <summary>Gets the lists that start at heads of the value.</summary>
    public ListView[] Lists { get; }

    private static List<ListView> ListsOf(byte* value)
    {
        var lists = new List<ListView>();
        foreach (HeadRecord head in IntrusiveRecord.Of<T>().Heads)
        {
            for (int index = 0; index < head.Count; index++)
            {
                var walk = NodeWalk.From((ListNode*)(value + head.Offset) + index);
                string name = head.Count == 1 ? head.Name : $"{head.Name}[{index}]";
                lists.Add(new ListView(name, walk.ToString(), walk.Select(node => head.ElementType.PointerTo((byte*)node - head.NodeOffset))));
            }
        }

        return lists;
    }
}
