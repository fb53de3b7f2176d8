using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// Access to one value of a <see cref="ValueMap{TKey, TValue}"/>: keeps it from being freed until the scope is disposed.
/// </summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <remarks>
/// <para>For use in <c>using</c>: <c>using ValueScope&lt;Word&gt; word = map.GetOrAdd("list");</c>. It does not lock the value; <c>word.Value.EnterLock()</c> does.</para>
/// <para>
/// A value may be removed from its map, or replaced, while a scope of it is open. It then stays usable until the last scope of it is disposed,
/// which takes the elements off its lists, those added meanwhile included.
/// </para>
/// <para>The kernel's counterpart is the RCU read lock around <c>bpf_map_lookup_elem</c> and what it returns.</para>
/// </remarks>
[DebuggerDisplay("HasValue = {HasValue}")]
[MustDispose]
public unsafe ref struct ValueScope<[AddressStable] TValue>
    where TValue : unmanaged
{
    private MapEntry<TValue>? _entry;

    internal ValueScope(MapEntry<TValue>? entry)
    {
        _entry = entry;
    }

    /// <summary>Gets whether there is a value: the map had one for the key, and the scope is not disposed.</summary>
    public readonly bool HasValue => _entry is not null;

    /// <summary>Gets the value, by reference. O(1). Its address does not change; it must not be used after the scope.</summary>
    /// <exception cref="InvalidOperationException">There is no value.</exception>
    public readonly ref TValue Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_entry is null)
            {
                Throw.NoValue();
            }

            return ref *_entry.Value;
        }
    }

    /// <summary>
    /// Gives up the access. O(1), unless the value was removed from the map and this is its last scope: then its elements are drained and given back, and it is freed.
    /// Does nothing the second time.
    /// </summary>
    /// <exception cref="Exception">
    /// Once everything is drained: what the actions for released elements have thrown, and <see cref="InvalidOperationException"/> for each element that could not be given back,
    /// since it is still on another list or came from no pool; one as it is, several as an <see cref="AggregateException"/>.
    /// </exception>
    public void Dispose()
    {
        MapEntry<TValue>? entry = _entry;
        _entry = null;
        entry?.Release();
    }
}
