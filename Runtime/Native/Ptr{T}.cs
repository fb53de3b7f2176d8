using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// The address of a <typeparamref name="T"/> that does not move, usable without <c>unsafe</c>.
/// </summary>
/// <typeparam name="T">The type of the value at the address.</typeparam>
/// <remarks>
/// It owns nothing: the memory must outlive the pointer, exactly as with <c>T*</c>, to and from which it converts.
/// Unlike <c>T*</c> it is allowed as a type argument, in arrays and in lambdas.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(PtrDebugView<>))]
public readonly unsafe struct Ptr<[AddressStable] T> : IEquatable<Ptr<T>>
    where T : unmanaged
{
    /// <summary>Wraps an address. O(1).</summary>
    /// <param name="pointer">The address, which may be null.</param>
    public Ptr(T* pointer)
    {
        Pointer = pointer;
    }

    /// <summary>Gets the address.</summary>
    public T* Pointer { get; }

    /// <summary>Gets whether the address is null.</summary>
    public bool IsNull => Pointer == null;

    /// <summary>Gets the value at the address, by reference. O(1).</summary>
    /// <exception cref="NullReferenceException">The address is null. For small values the exception comes with the first access to the reference.</exception>
    public ref T Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            GuardPage.RequireNonNull(Pointer, sizeof(T));
            return ref *Pointer;
        }
    }

    /// <summary>
    /// Returns the address itself where it is not null. O(1). For elements that a program knows to be there: <c>list.First.OrThrow()</c>, where nothing on the way says that the list is not empty (ILIST205).
    /// </summary>
    /// <returns>This address.</returns>
    /// <exception cref="NullReferenceException">The address is null.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Ptr<T> OrThrow()
    {
        if (IsNull)
        {
            Throw.NullReference();
        }

        return this;
    }

    /// <summary>
    /// Zeroes the value at the address: fresh memory becomes an element whose nodes are not linked and whose heads are empty. O(size). The kernel's <c>bpf_obj_init</c>.
    /// </summary>
    /// <remarks>For memory that holds no element yet: what is linked there is not unlinked. Memory of <see cref="NativePool{T}"/> is zeroed already.</remarks>
    /// <exception cref="NullReferenceException">The address is null.</exception>
    public void Initialize()
    {
        if (IsNull)
        {
            Throw.NullReference();
        }

        *Pointer = default;
    }

    /// <summary>Wraps an address.</summary>
    /// <param name="pointer">The address, which may be null.</param>
    public static implicit operator Ptr<T>(T* pointer) => new(pointer);

    /// <summary>Unwraps the address.</summary>
    /// <param name="pointer">The wrapped address.</param>
    public static implicit operator T*(Ptr<T> pointer) => pointer.Pointer;

    /// <summary>Compares two addresses.</summary>
    /// <param name="left">One address.</param>
    /// <param name="right">The other address.</param>
    /// <returns>Whether the addresses are equal.</returns>
    public static bool operator ==(Ptr<T> left, Ptr<T> right) => left.Pointer == right.Pointer;

    /// <summary>Compares two addresses.</summary>
    /// <param name="left">One address.</param>
    /// <param name="right">The other address.</param>
    /// <returns>Whether the addresses differ.</returns>
    public static bool operator !=(Ptr<T> left, Ptr<T> right) => left.Pointer != right.Pointer;

    /// <inheritdoc/>
    public bool Equals(Ptr<T> other) => Pointer == other.Pointer;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Ptr<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((nuint)Pointer).GetHashCode();

    /// <summary>Returns the address in hexadecimal.</summary>
    /// <returns>The address, as <c>0x7f00c0de0010</c>.</returns>
    public override string ToString() => $"0x{(ulong)Pointer:x}";
}
