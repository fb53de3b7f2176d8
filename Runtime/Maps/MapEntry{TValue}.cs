namespace IntrusiveLists;

/// <summary>
/// A value of a map with the number of those who use it: what the map's dictionary holds.
/// </summary>
/// <remarks>
/// Invariants: the map itself counts for one, as long as the dictionary holds the entry. A count that has come to 0 never rises again,
/// so that a look-up cannot get hold of a value that is being taken apart: who finds such an entry looks again, and finds another one or none.
/// </remarks>
internal sealed unsafe class MapEntry<TValue>
    where TValue : unmanaged
{
    // The map, and whoever creates the entry.
    private UseCount _users = new(2);

    public MapEntry(ValueStore<TValue> store, TValue* value)
    {
        Store = store;
        Value = value;
    }

    public ValueStore<TValue> Store { get; }

    public TValue* Value { get; }

    /// <summary>Counts one more user, unless there is none left.</summary>
    public bool TryAcquire() => _users.TryAdd();

    /// <summary>Counts one user less, and throws what that has led to.</summary>
    public void Release()
    {
        var failures = default(Failures);
        Release(ref failures);
        failures.Throw();
    }

    /// <summary>Counts one user less. The last one takes the value apart and frees it.</summary>
    public void Release(ref Failures failures)
    {
        if (_users.Remove())
        {
            Store.Free(Value, ref failures);
        }
    }
}
