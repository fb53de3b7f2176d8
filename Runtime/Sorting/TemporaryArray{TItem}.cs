using System;
using System.Buffers;

namespace IntrusiveLists;

/// <summary>
/// Temporary memory: that of the caller as long as it is enough, then arrays of the shared pool. Not initialised.
/// </summary>
internal ref struct TemporaryArray<TItem>
{
    /// <summary>Uses the memory of the caller.</summary>
    public TemporaryArray(Span<TItem> initial)
    {
        Items = initial;
    }

    /// <summary>Uses the memory of the caller, or rents an array where that is too short.</summary>
    public TemporaryArray(Span<TItem> initial, int length)
    {
        Items = initial.Length >= length ? initial : Rent(length);
    }

    /// <summary>Gets the memory, which may be longer than was asked for.</summary>
    public Span<TItem> Items { readonly get; private set; }

    /// <summary>Gets the array of the pool, if there is one.</summary>
    public TItem[]? Rented { get; private set; }

    private static bool HoldsReferences =>
#if NET
        System.Runtime.CompilerServices.RuntimeHelpers.IsReferenceOrContainsReferences<TItem>();
#else
        !typeof(TItem).IsPrimitive;
#endif

    /// <summary>Doubles the memory; the first items and the last ones remain what they are.</summary>
    public void Grow(int first, int last)
    {
        TItem[]? before = Rented;
        Span<TItem> items = Items;
        Items = Rent(checked(items.Length * 2));
        items.Slice(0, first).CopyTo(Items);
        items.Slice(items.Length - last).CopyTo(Items.Slice(Items.Length - last));
        Return(before);
    }

    /// <summary>Gives the array back.</summary>
    public void Dispose()
    {
        Return(Rented);
        Rented = null;
        Items = default;
    }

    private static void Return(TItem[]? rented)
    {
        if (rented != null)
        {
            ArrayPool<TItem>.Shared.Return(rented, HoldsReferences);
        }
    }

    private TItem[] Rent(int length) => Rented = ArrayPool<TItem>.Shared.Rent(length);
}
