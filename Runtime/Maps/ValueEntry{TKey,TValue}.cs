namespace IntrusiveLists;

/// <summary>
/// A key and its value, while a loop over a <see cref="ValueMap{TKey, TValue}"/> is at it.
/// </summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
public readonly unsafe ref struct ValueEntry<TKey, [AddressStable] TValue>
    where TKey : notnull
    where TValue : unmanaged
{
    private readonly TValue* _value;

    internal ValueEntry(TKey key, TValue* value)
    {
        Key = key;
        _value = value;
    }

    /// <summary>Gets the key.</summary>
    public TKey Key { get; }

    /// <summary>Gets the value, by reference. It must not be used after this turn of the loop.</summary>
    public ref TValue Value => ref *_value;
}
