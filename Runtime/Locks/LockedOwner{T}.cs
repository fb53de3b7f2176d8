using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// The address of an owner whose lock a guard holds. For generated code only.
/// </summary>
/// <typeparam name="T">The type of the owner: a struct that does not move, because it holds a head.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct LockedOwner<[AddressStable] T>
    where T : struct
{
    private readonly void* _address;

    private LockedOwner(void* address)
    {
        _address = address;
    }

    /// <summary>Gets the owner, by reference.</summary>
    public ref T Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.AsRef<T>(_address);
    }

    /// <summary>Takes the address of an owner.</summary>
    /// <param name="owner">The owner.</param>
    /// <returns>Its address.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LockedOwner<T> At(scoped ref T owner) => new(Unsafe.AsPointer(ref owner));
}
