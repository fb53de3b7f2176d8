using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;

namespace IntrusiveLists;

/// <summary>
/// A map that threads share and whose values own lists: values have stable addresses, and a value that is removed gives back the elements of its lists.
/// </summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values: every list head in it is guarded by a lock in it (ILIST301). It may have no heads at all.</typeparam>
/// <remarks>
/// <para>
/// All members may be called by any thread at any time. The keys are in a <see cref="ConcurrentDictionary{TKey, TValue}"/>, the values in native memory.
/// </para>
/// <para>
/// <b>Lifetime.</b> A value lives until it has been removed or replaced <em>and</em> the last <see cref="ValueScope{TValue}"/> of it is disposed. Whoever does the latter
/// takes the elements off its lists, without its lock, which nobody can hold any more, gives each of them back to the <see cref="NativePool{T}"/> that it came from,
/// or to the action given in <see cref="ElementRelease"/>, does the same with the lists that these elements own, however deep, and frees the value.
/// Elements of one list come in its order, an element before those that it owns, and one that is on several lists of what goes away once, at the end. Draining allocates nothing.
/// </para>
/// <para>
/// <b>Without <see cref="Dispose"/> the values, and the elements on their lists, are never freed.</b> Dispose of the map, and of every open scope, before the pools of its elements: the last scope gives them back.
/// </para>
/// <para>
/// <b>Errors while draining</b> keep nothing else from being drained; they surface at the end from the call that drained, one as it was thrown, several as an <see cref="AggregateException"/>.
/// An element that is still on a list of something else, through another node, stays there and is not freed: the exception names the node. So it is with a value that is itself an element;
/// and a value on a list that another value owns is taken off it and reported, but not freed, as it belongs to its map.
/// </para>
/// <para>
/// <b>Costs</b> are those of the concurrent dictionary, an atomic operation or two for each access, and one small object for each value.
/// </para>
/// <para>The kernel's counterpart is a BPF hash map with heads in its values (<c>bpf_map_lookup_elem</c>, <c>bpf_map_update_elem</c>, <c>bpf_map_delete_elem</c>).</para>
/// </remarks>
[DebuggerDisplay("Count = {Count}")]
[DebuggerTypeProxy(typeof(MapDebugView<,>))]
public sealed unsafe partial class ValueMap<TKey, [AddressStable] TValue> : IDisposable
    where TKey : notnull
    where TValue : unmanaged
{
    private readonly ConcurrentDictionary<TKey, MapEntry<TValue>> _entries;
    private readonly ValueStore<TValue> _store;

    // 0 or 1.
    private int _disposed;

    /// <summary>Creates an empty map. O(1).</summary>
    /// <param name="release">Where the elements of removed values go; null for the pools that they came from.</param>
    /// <param name="comparer">Compares keys; null for the default.</param>
    /// <exception cref="InvalidOperationException">A head of <typeparamref name="TValue"/> has no lock, or a record is wrong; see <see cref="IntrusiveRecord.Of{T}"/>.</exception>
    public ValueMap(ElementRelease? release = null, IEqualityComparer<TKey>? comparer = null)
    {
        _store = new ValueStore<TValue>(release);
        _entries = new ConcurrentDictionary<TKey, MapEntry<TValue>>(comparer ?? EqualityComparer<TKey>.Default);
    }

    /// <summary>Gets the number of keys. O(locks of the dictionary); outdated at once while other threads are at work.</summary>
    public int Count => _entries.Count;

    /// <summary>Gets whether there is no key. O(locks of the dictionary).</summary>
    public bool IsEmpty => _entries.IsEmpty;

    private bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    /// <summary>Returns whether there is a value for a key. O(1); outdated at once while other threads are at work.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether there is a value.</returns>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    public bool ContainsKey(TKey key) => _entries.ContainsKey(key);

    /// <summary>Returns the value for a key, if there is one. O(1). The kernel's <c>bpf_map_lookup_elem</c>.</summary>
    /// <param name="key">The key.</param>
    /// <returns>A scope for <c>using</c>; <see cref="ValueScope{TValue}.HasValue"/> tells whether there is a value.</returns>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    public ValueScope<TValue> Find(TKey key)
    {
        while (_entries.TryGetValue(key, out MapEntry<TValue>? entry))
        {
            Instrumentation.Yield("found");
            if (entry.TryAcquire())
            {
                return new ValueScope<TValue>(entry);
            }
        }

        return default;
    }

    /// <summary>Returns the value for a key; where there is none, adds a zeroed one. O(1). The kernel's <c>bpf_map_update_elem</c> with <c>BPF_NOEXIST</c>.</summary>
    /// <param name="key">The key.</param>
    /// <returns>A scope for <c>using</c>, which has a value.</returns>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    /// <exception cref="ObjectDisposedException">The map is disposed.</exception>
    /// <exception cref="OutOfMemoryException">There is no memory left; nothing was changed.</exception>
    public ValueScope<TValue> GetOrAdd(TKey key)
    {
        ValueScope<TValue> found = Find(key);
        return found.HasValue ? found : Add(key);
    }

    /// <summary>
    /// Puts a zeroed value in the place of the one for a key, or adds one. O(1), and the draining of the old value unless a scope of it is open.
    /// The kernel's <c>bpf_map_update_elem</c>, which drains the lists of the value that it overwrites.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <returns>A scope for <c>using</c>, which has the new value. Other threads can see that as soon as it is in its place.</returns>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    /// <exception cref="ObjectDisposedException">The map is disposed.</exception>
    /// <exception cref="OutOfMemoryException">There is no memory left; nothing was changed.</exception>
    /// <exception cref="Exception">What draining the old value has thrown. The new value is in its place all the same.</exception>
    public ValueScope<TValue> Update(TKey key)
    {
        MapEntry<TValue> fresh = Put(key, out MapEntry<TValue>? old);
        return Open(key, fresh, old);
    }

    /// <summary>
    /// Removes the value for a key. O(1), and the draining of the value unless a scope of it is open: then its last scope drains it. The kernel's <c>bpf_map_delete_elem</c>.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether there was a value.</returns>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    /// <exception cref="Exception">What draining has thrown; the value is removed all the same.</exception>
    public bool Remove(TKey key)
    {
        bool removed = _entries.TryRemove(key, out MapEntry<TValue>? entry);
        if (removed)
        {
            Instrumentation.Yield("removed");
            entry!.Release();
        }

        return removed;
    }

    /// <summary>Removes all values that the map has now, as <see cref="Remove"/> does. O(values and their elements).</summary>
    /// <exception cref="Exception">What draining has thrown; all values are removed all the same, unless it was the comparer that threw.</exception>
    public void Clear()
    {
        var failures = default(Failures);
        RemoveAll(ref failures);
        failures.Throw();
    }

    /// <summary>
    /// Removes all values, and gives the memory back to the system as soon as no scope is open. Scopes that are open stay usable. Does nothing the second time.
    /// </summary>
    /// <exception cref="Exception">What draining has thrown; all values are removed all the same, unless it was the comparer that threw.</exception>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            var failures = default(Failures);
            RemoveAll(ref failures);
            _store.Release();
            failures.Throw();
        }
    }

    /// <summary>Enumerates keys and values. Values that other threads add or remove meanwhile may be seen or not, as with the concurrent dictionary.</summary>
    /// <returns>The enumerator, for use in <c>foreach</c>. It allocates one object.</returns>
    public Enumerator GetEnumerator() => new(_entries.GetEnumerator());

    /// <summary>Returns the keys with the addresses of their values, for a debugger. Nothing keeps the values from being freed.</summary>
    internal KeyValuePair<TKey, Ptr<TValue>>[] Snapshot() =>
        _entries.Select(entry => new KeyValuePair<TKey, Ptr<TValue>>(entry.Key, entry.Value.Value)).ToArray();

    private ValueScope<TValue> Add(TKey key)
    {
        MapEntry<TValue> fresh = CreateEntry();
        try
        {
            Instrumentation.Yield("adding");
            while (!_entries.TryAdd(key, fresh))
            {
                Instrumentation.Yield("added by another");
                ValueScope<TValue> found = Find(key);
                if (found.HasValue)
                {
                    Discard(fresh);
                    return found;
                }
            }
        }
        catch
        {
            Withdraw(key, fresh);
            throw;
        }

        return Open(key, fresh, null);
    }

    /// <summary>Gives up the value whose place a fresh one has taken, and returns the scope of that one.</summary>
    private ValueScope<TValue> Open(TKey key, MapEntry<TValue> fresh, MapEntry<TValue>? old)
    {
        var failures = default(Failures);
        RemoveIfDisposed(key, fresh, ref failures);
        old?.Release(ref failures);
        if (failures.Any)
        {
            // The caller gets no scope.
            fresh.Release(ref failures);
            failures.Throw();
        }

        return new ValueScope<TValue>(fresh);
    }

    /// <summary>Puts a zeroed value in the place of another, or adds one.</summary>
    private MapEntry<TValue> Put(TKey key, out MapEntry<TValue>? old)
    {
        MapEntry<TValue>? fresh = null;
        try
        {
            while (true)
            {
                bool exists = _entries.TryGetValue(key, out old);
                fresh ??= CreateEntry();
                Instrumentation.Yield("update");
                if (exists ? _entries.TryUpdate(key, fresh, old!) : _entries.TryAdd(key, fresh))
                {
                    return fresh;
                }
            }
        }
        catch when (fresh is not null)
        {
            Withdraw(key, fresh);
            throw;
        }
    }

    /// <summary>Frees a value that could not be put into the map.</summary>
    private void Withdraw(TKey key, MapEntry<TValue> fresh)
    {
        try
        {
            // A comparer throws before the dictionary changes, but its table grows after that.
            TryTakeOut(new KeyValuePair<TKey, MapEntry<TValue>>(key, fresh));
        }
        catch
        {
            // It may be in the map: rather a leak than a key whose value is gone.
            return;
        }

        Discard(fresh);
    }

    /// <summary>Gives up both counts of a value that is not in the map.</summary>
    private static void Discard(MapEntry<TValue> fresh)
    {
        var failures = default(Failures);
        fresh.Release(ref failures);
        fresh.Release(ref failures);
    }

    private MapEntry<TValue> CreateEntry()
    {
        if (IsDisposed)
        {
            Throw.MapDisposed();
        }

        Instrumentation.Yield("creating");
        return new MapEntry<TValue>(_store, _store.Allocate());
    }

    /// <summary>Takes out what was put in after the map was disposed: nobody else will. The value stays usable for its scopes.</summary>
    private void RemoveIfDisposed(TKey key, MapEntry<TValue> fresh, ref Failures failures)
    {
        // The map must have the value before the flag is read, as Dispose sets the flag before it looks for values.
        Interlocked.MemoryBarrier();
        Instrumentation.Yield("added");
        if (IsDisposed)
        {
            RemoveExactly(new KeyValuePair<TKey, MapEntry<TValue>>(key, fresh), ref failures);
        }
    }

    private void RemoveAll(ref Failures failures)
    {
        foreach (KeyValuePair<TKey, MapEntry<TValue>> entry in _entries)
        {
            RemoveExactly(entry, ref failures);
        }
    }

    /// <summary>Removes this very value for this key, if the map still has it.</summary>
    private void RemoveExactly(KeyValuePair<TKey, MapEntry<TValue>> entry, ref Failures failures)
    {
        bool removed = false;
        try
        {
            removed = TryTakeOut(entry);
        }
        catch (Exception failure)
        {
            // The comparer has thrown: the map keeps the value.
            failures.Add(failure);
        }

        if (removed)
        {
            entry.Value.Release(ref failures);
        }
    }

    // What the dictionary itself offers by this name came later than .NET Standard.
    private bool TryTakeOut(KeyValuePair<TKey, MapEntry<TValue>> entry) => ((ICollection<KeyValuePair<TKey, MapEntry<TValue>>>)_entries).Remove(entry);
}
