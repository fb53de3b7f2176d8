using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Tests.Maps;

/// <summary>What a map should hold, and what its open scopes should.</summary>
internal sealed class MapModel
{
    private readonly Dictionary<int, ModelValue> _values = [];
    private readonly List<long> _freed = [];

    public ModelValue?[] Scopes { get; } = new ModelValue?[3];

    public bool IsDisposed { get; set; }

    public int[] Keys => [.. _values.Keys];

    public ModelValue this[int key] => _values[key];

    public void Open(int scope, int key, bool add, bool replace)
    {
        if (replace)
        {
            Remove(key);
        }

        if (add)
        {
            _values.TryAdd(key, new ModelValue());
        }

        Scopes[scope] = _values.GetValueOrDefault(key);
    }

    public void Close(int scope)
    {
        ModelValue? value = Scopes[scope];
        Scopes[scope] = null;
        FreeIfUnused(value);
    }

    public bool Remove(int key)
    {
        bool removed = _values.Remove(key, out ModelValue? value);
        FreeIfUnused(value);
        return removed;
    }

    /// <summary>Returns the elements that have been freed since the last call, in order.</summary>
    public long[] TakeFreed()
    {
        long[] freed = [.. _freed];
        _freed.Clear();
        return freed;
    }

    private void FreeIfUnused(ModelValue? value)
    {
        if (value is not null && !_values.ContainsValue(value) && !Scopes.Contains(value))
        {
            _freed.AddRange(value.Numbers);
        }
    }
}
