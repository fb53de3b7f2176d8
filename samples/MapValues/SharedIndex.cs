using System;
using System.Collections.Generic;
using System.Threading;
using IntrusiveLists;

namespace MapValues;

/// <summary>
/// An inverted index that threads share: a map from each word to a list of its occurrences.
/// </summary>
/// <remarks>The kernel's example in the large: heads in the values of a map, each guarded by the lock in the same value, and drained when the value is removed.</remarks>
internal sealed class SharedIndex : IDisposable
{
    private readonly NativePool<Posting> _pool = new();
    private readonly ValueMap<string, WordEntry> _words;
    private readonly int[] _released;
    private long _added;

    /// <summary>Creates an empty index.</summary>
    /// <param name="wordCount">How many different words there are; the number of each is less.</param>
    public SharedIndex(int wordCount)
    {
        _released = new int[wordCount];
        _words = new ValueMap<string, WordEntry>(new ElementRelease().Add<Posting>(Release), StringComparer.Ordinal);
    }

    /// <summary>Gets how many occurrences were added.</summary>
    public long Added => Interlocked.Read(ref _added);

    /// <summary>Gets how many words the index has.</summary>
    public int WordCount => _words.Count;

    /// <summary>Adds an occurrence of a word.</summary>
    public void Add(string word, int number, int document)
    {
        // Allocated before the lock is entered: nothing but links is written under it.
        Ptr<Posting> posting = _pool.Allocate();
        posting.Value.Word = number;
        posting.Value.Document = document;
        Interlocked.Increment(ref _added);
        using ValueScope<WordEntry> entry = _words.GetOrAdd(word);
        using WordEntry.LockGuard guard = entry.Value.EnterLock();
        guard.Postings.AddLast(posting);
    }

    /// <summary>Counts the occurrences of a word.</summary>
    public int Count(string word)
    {
        using ValueScope<WordEntry> entry = _words.Find(word);
        if (!entry.HasValue)
        {
            return 0;
        }

        using WordEntry.LockGuard guard = entry.Value.EnterLock();
        return guard.Postings.Count();
    }

    /// <summary>Collects the documents in which a word occurs.</summary>
    public HashSet<int> DocumentsWith(string word)
    {
        var documents = new HashSet<int>();
        using ValueScope<WordEntry> entry = _words.Find(word);
        if (entry.HasValue)
        {
            using WordEntry.LockGuard guard = entry.Value.EnterLock();
            foreach (Ptr<Posting> posting in guard.Postings)
            {
                documents.Add(posting.Value.Document);
            }
        }

        return documents;
    }

    /// <summary>Removes a word with its occurrences, which the map drains once nobody uses them any more.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string word) => _words.Remove(word);

    /// <summary>Removes all words.</summary>
    public void Clear() => _words.Clear();

    /// <summary>Returns how many occurrences of a word were removed.</summary>
    public int ReleasedOf(int number) => Volatile.Read(ref _released[number]);

    /// <summary>Frees everything.</summary>
    public void Dispose()
    {
        _words.Dispose();
        _pool.Dispose();
    }

    private void Release(Ptr<Posting> posting)
    {
        Interlocked.Increment(ref _released[posting.Value.Word]);
        _pool.Free(posting);
    }
}
