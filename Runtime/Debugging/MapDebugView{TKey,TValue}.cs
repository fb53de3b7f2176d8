using System.Collections.Generic;
using System.Diagnostics;

namespace IntrusiveLists;

/// <summary>
/// What a debugger shows of a map: its keys and values.
/// </summary>
internal sealed class MapDebugView<TKey, TValue>
    where TKey : notnull
    where TValue : unmanaged
{
    public MapDebugView(ValueMap<TKey, TValue> map)
    {
        Items = map.Snapshot();
    }

    /// <summary>Gets the keys with the addresses of their values.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public KeyValuePair<TKey, Ptr<TValue>>[] Items { get; }
}
