using System.Collections.Generic;

namespace IntrusiveLists;

public sealed unsafe partial class ValueMap<TKey, TValue>
{
    /// <summary>Enumerates the keys and values of a map. Each value is kept from being freed while the loop is at it.</summary>
    [MustDispose]
    public ref struct Enumerator
    {
        private readonly IEnumerator<KeyValuePair<TKey, MapEntry<TValue>>> _entries;
        private MapEntry<TValue>? _current;

        internal Enumerator(IEnumerator<KeyValuePair<TKey, MapEntry<TValue>>> entries)
        {
            _entries = entries;
        }

        /// <summary>Gets the current key and value.</summary>
        public readonly ValueEntry<TKey, TValue> Current => new(_entries.Current.Key, _current!.Value);

        /// <summary>Moves to the next value that has not been removed. O(1) amortised. Gives up the one before, as <see cref="ValueScope{TValue}.Dispose"/> does.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            Dispose();
            while (_entries.MoveNext())
            {
                MapEntry<TValue> entry = _entries.Current.Value;
                if (entry.TryAcquire())
                {
                    _current = entry;
                    return true;
                }
            }

            return false;
        }

        /// <summary>Gives up the current value, as <see cref="ValueScope{TValue}.Dispose"/> does.</summary>
        public void Dispose()
        {
            MapEntry<TValue>? entry = _current;
            _current = null;
            entry?.Release();
        }
    }
}
