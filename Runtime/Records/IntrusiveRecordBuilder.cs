using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;

namespace IntrusiveLists;

/// <summary>
/// Collects what generated code knows about a type, and checks it. For generated code only.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class IntrusiveRecordBuilder
{
    private readonly List<NodeRecord> _nodes;
    private readonly Type _type;
    private readonly int _size;

    internal IntrusiveRecordBuilder(Type type, int size, IEnumerable<NodeRecord> nodes)
    {
        _type = type;
        _size = size;
        _nodes = nodes.ToList();
    }

    /// <summary>Adds the node of a link. A node that is there already is not added again.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TLink">The generated link.</typeparam>
    public void AddNode<T, TLink>()
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        var node = new NodeRecord(default(TLink).NodeName, checked((int)default(TLink).Offset));
        if (!_nodes.Exists(known => known.Offset == node.Offset))
        {
            _nodes.Add(node);
        }
    }

    internal IntrusiveRecord Build()
    {
        _nodes.Sort((left, right) => left.Offset.CompareTo(right.Offset));
        int free = 0;
        foreach (NodeRecord node in _nodes)
        {
            // The compiler and the analyzers have checked this; a record that is wrong all the same must not be believed.
            bool inside = node.Offset >= free && node.Offset <= _size - sizeof(ListNode);
            if (!inside || node.Offset % sizeof(void*) != 0)
            {
                throw new InvalidOperationException($"The node '{node.Name}' at offset {node.Offset} of '{Throw.NameOf(_type)}' overlaps another, is misaligned, or lies outside.");
            }

            free = node.Offset + sizeof(ListNode);
        }

        return new IntrusiveRecord(_size, _nodes.ToArray());
    }
}
