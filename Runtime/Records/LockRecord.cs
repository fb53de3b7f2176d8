using System;

namespace IntrusiveLists;

/// <summary>
/// A lock of an owner. The kernel's <c>struct btf_field</c> of kind <c>BPF_SPIN_LOCK</c>.
/// </summary>
public sealed class LockRecord : FieldRecord
{
    internal LockRecord(string name, int offset, int size, Type type)
        : base(name, offset)
    {
        Size = size;
        Type = type;
    }

    /// <summary>Gets the type of the lock: <see cref="ListLock"/> or <see cref="System.Threading.SpinLock"/>.</summary>
    public Type Type { get; }

    internal override int Size { get; }

    internal override int Alignment => sizeof(int);

    private protected override string Description => Throw.NameOf(Type);
}
