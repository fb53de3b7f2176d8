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
    private readonly List<FieldRecord> _fields;
    private readonly Type _type;
    private readonly int _size;

    internal IntrusiveRecordBuilder(Type type, int size, IEnumerable<FieldRecord> fields)
    {
        _type = type;
        _size = size;
        _fields = fields.ToList();
    }

    /// <summary>Adds the node of a link. A node that is there already is not added again.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TLink">The generated link.</typeparam>
    public void AddNode<T, TLink>()
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        var node = new NodeRecord(default(TLink).NodeName, OffsetOfNode<T, TLink>());
        if (!_fields.Exists(known => known is NodeRecord && known.Offset == node.Offset))
        {
            _fields.Add(node);
        }
    }

    /// <summary>Adds a lock.</summary>
    /// <typeparam name="TLock">The type of the lock.</typeparam>
    /// <param name="name">The name of the field.</param>
    /// <param name="offset">Its distance in bytes from the start of the type.</param>
    public void AddLock<TLock>(string name, nint offset)
        where TLock : unmanaged => _fields.Add(new LockRecord(name, checked((int)offset), sizeof(TLock), typeof(TLock)));

    /// <summary>Adds a head, or an array of heads.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TLink">The generated link.</typeparam>
    /// <typeparam name="THead">The type of the field: <see cref="ListHead"/>, or an inline array of it.</typeparam>
    /// <param name="name">The name of the field.</param>
    /// <param name="offset">Its distance in bytes from the start of the type.</param>
    /// <param name="guard">The name of the lock that guards it, which has been added; null for none.</param>
    public void AddHead<[AddressStable] T, TLink, [AddressStable] THead>(string name, nint offset, string? guard)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
        where THead : unmanaged
    {
        LockRecord? record = guard is null ? null : _fields.OfType<LockRecord>().Single(known => known.Name == guard);
        _fields.Add(new HeadRecord(
            name, checked((int)offset), sizeof(THead) / sizeof(ListHead), ElementType<T>.Instance, default(TLink).NodeName, OffsetOfNode<T, TLink>(), record));
    }

    internal IntrusiveRecord Build()
    {
        _fields.Sort((left, right) => left.Offset.CompareTo(right.Offset));
        int free = 0;
        foreach (FieldRecord field in _fields)
        {
            // The compiler and the analyzers have checked this; a record that is wrong all the same must not be believed.
            bool inside = field.Offset >= free && field.Offset <= _size - field.Size;
            if (!inside || field.Offset % field.Alignment != 0)
            {
                throw new InvalidOperationException($"The field '{field.Name}' at offset {field.Offset} of '{Throw.NameOf(_type)}' overlaps another, is misaligned, or lies outside.");
            }

            free = field.Offset + field.Size;
        }

        return new IntrusiveRecord(_type, _size, _fields.ToArray());
    }

    private static int OffsetOfNode<T, TLink>()
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => checked((int)default(TLink).Offset);
}
