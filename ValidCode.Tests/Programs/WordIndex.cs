using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntrusiveLists;

namespace Indexing;

public struct Position
{
    public int Line;
    public int Column;
    public ListNode Next;
}

/// <summary>What a document says of a word. It owns its positions; they need no lock, since only the word leads to it.</summary>
public partial struct Posting
{
    public int Document;
    public ListNode ByWord;
    [Contains(typeof(Position), nameof(Position.Next))] internal ListHead _positions;

    public void Add(Ptr<Position> position) => Positions.AddLast(position);

    public int CountPositions() => Positions.Count();
}

public partial struct Word
{
    public ListLock Lock;
    private int _hits;
    [Contains(typeof(Posting), nameof(Posting.ByWord))] private ListHead _postings;
    [Contains(typeof(Posting), nameof(Posting.ByWord), Name = "Archived")] private ListHead _old;

    public void Hit() => Interlocked.Increment(ref _hits);

    public readonly int Hits => Volatile.Read(in _hits);
}

/// <summary>Words in a shared map, built by many threads.</summary>
public sealed class WordIndex : IDisposable
{
    private readonly NativePool<Posting> _postings = new();
    private readonly NativePool<Position> _positions = new();
    private readonly ValueMap<string, Word> _words;
    private long _freed;

    public WordIndex()
    {
        var release = new ElementRelease().Add<Position>(position =>
        {
            Interlocked.Increment(ref _freed);
            _positions.Free(position);
        });
        _words = new(release, StringComparer.OrdinalIgnoreCase);
    }

    public long FreedPositions => Interlocked.Read(ref _freed);

    public int Count => _words.Count;

    public void Add(string word, int document, int line, int column)
    {
        Ptr<Position> position = _positions.Allocate();
        (position.Value.Line, position.Value.Column) = (line, column);
        Ptr<Posting> spare = _postings.Allocate();
        spare.Value.Document = document;

        using (ValueScope<Word> scope = _words.GetOrAdd(word))
        {
            ref Word value = ref scope.Value;
            value.Hit();
            using Word.LockGuard guard = value.EnterLock();
            Ptr<Posting> posting = FindOrAdd(in guard, spare);
            posting.Value.Add(position);
            if (posting == spare)
            {
                return;
            }
        }

        _postings.Free(spare);
    }

    // The guard is used where it is: by reference.
    private static Ptr<Posting> FindOrAdd(in Word.LockGuard guard, Ptr<Posting> spare)
    {
        foreach (Ptr<Posting> posting in guard.Postings)
        {
            if (posting.Value.Document == spare.Value.Document)
            {
                return posting;
            }
        }

        guard.Postings.AddLast(spare);
        return spare;
    }

    public int[] DocumentsOf(string word)
    {
        using ValueScope<Word> scope = _words.Find(word);
        if (!scope.HasValue)
        {
            return [];
        }

        Span<int> documents = stackalloc int[64];
        int count = 0;
        using (var guard = scope.Value.EnterLock())
        {
            if (!guard.Postings.IsEmpty)
            {
                documents[count++] = guard.Postings.First.Value.Document;
                for (Ptr<Posting> next = guard.Postings.Next(guard.Postings.First); !next.IsNull && count < documents.Length; next = guard.Postings.Next(next))
                {
                    documents[count++] = next.Value.Document;
                }
            }
        }

        documents[..count].Sort();
        return documents[..count].ToArray();
    }

    public int HitsOf(string word)
    {
        using var scope = _words.Find(word);
        return scope.HasValue ? scope.Value.Hits : 0;
    }

    /// <summary>Moves what a word has to the list of old postings, and drops what was there, outside the lock.</summary>
    public int Archive(string word)
    {
        using ValueScope<Word> scope = _words.Find(word);
        if (!scope.HasValue)
        {
            return 0;
        }

        int dropped = 0;
        foreach (Ptr<Posting> posting in scope.Value.DrainArchived())
        {
            dropped += posting.Value.CountPositions();
            Free(posting);
        }

        using var guard = scope.Value.EnterLock();
        guard.Archived.SpliceLast(guard.Postings);
        return dropped;
    }

    private void Free(Ptr<Posting> posting)
    {
        foreach (Ptr<Position> position in posting.Value.Positions.Drain())
        {
            _positions.Free(position);
        }

        _postings.Free(posting);
    }

    public bool Remove(string word) => _words.Remove(word);

    public SortedDictionary<string, int> Summary()
    {
        var summary = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (ValueEntry<string, Word> entry in _words)
        {
            int postings;
            using (Word.LockGuard guard = entry.Value.EnterLock())
            {
                postings = guard.Postings.Count();
            }

            summary[entry.Key.ToLowerInvariant()] = postings;
        }

        return summary;
    }

    public static WordIndex Build(IEnumerable<string> documents, int threads)
    {
        var index = new WordIndex();
        string[] texts = documents.ToArray();
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, document =>
        {
            string[] words = texts[document].Split(' ');
            for (int column = 0; column < words.Length; column++)
            {
                index.Add(words[column], document, line: 1, column);
            }
        });
        return index;
    }

    public void Dispose()
    {
        _words.Dispose();
        _postings.Dispose();
        _positions.Dispose();
    }
}
