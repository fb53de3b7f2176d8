using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Samples;

namespace MapValues;

/// <summary>
/// Builds the shared index by several threads, queries it and removes words while they are still at it, and checks every count.
/// </summary>
internal sealed class IndexRun
{
    // One word in so many is removed again and again, while other threads add it.
    private const int RemovalStep = 5;

    private static readonly TimeSpan TimeBetweenReports = TimeSpan.FromMilliseconds(50);

    private readonly Corpus _corpus;
    private readonly SharedIndex _index;
    private readonly int _threads;
    private readonly Progress _progress;
    private int _nextPart;
    private int _removals;
    private int _queries;

    private IndexRun(Corpus corpus, SharedIndex index, int threads, Progress progress)
    {
        _corpus = corpus;
        _index = index;
        _threads = threads;
        _progress = progress;
    }

    /// <summary>Runs on documents.</summary>
    public static Figures Run(Corpus corpus, int threads, int top, Progress progress)
    {
        using var index = new SharedIndex(corpus.Words.Count);
        return new IndexRun(corpus, index, threads, progress).Run(top);
    }

    private Figures Run(int top)
    {
        int half = _corpus.Parts.Count / 2;
        TimeSpan buildTime = RunThreads(half, Add);
        long buildWords = _index.Added;
        TimeSpan mixedTime = RunThreads(_corpus.Parts.Count, AddQueryAndRemove);
        _progress.Clear();
        List<string> differences = [.. CompareCounts()];
        var figures = new Figures
        {
            Threads = _threads,
            Documents = _corpus.Documents.Count,
            Words = _corpus.Words.Count,
            WordsLeft = _index.WordCount,
            Removals = _removals,
            Queries = _queries,
            Allocated = _index.Added,
            Released = Released(),
            BuildTime = buildTime,
            BuildWords = buildWords,
            MixedTime = mixedTime,
            Top = [.. _corpus.Words.Select(word => KeyValuePair.Create(word, _index.Count(word))).Where(word => word.Value > 0).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Take(top)],
            Differences = differences,
        };
        differences.AddRange(CompareAfterClear());
        return figures;
    }

    /// <summary>Lets all threads work on the parts up to one, each taking the next when it is done with one.</summary>
    private TimeSpan RunThreads(int end, Action<DocumentPart> work)
    {
        long start = Stopwatch.GetTimestamp();
        Thread[] threads = [.. Enumerable.Range(0, _threads).Select(_ => new Thread(() => WorkOnParts(end, work)))];
        Array.ForEach(threads, thread => thread.Start());
        foreach (Thread thread in threads)
        {
            while (!thread.Join(TimeBetweenReports))
            {
                _progress.Show(FormattableString.Invariant($"{_index.Added} words added, {_removals} removed, {_queries} queries"));
            }
        }

        _nextPart = end;
        return Stopwatch.GetElapsedTime(start);
    }

    private void WorkOnParts(int end, Action<DocumentPart> work)
    {
        for (int part = Interlocked.Increment(ref _nextPart) - 1; part < end; part = Interlocked.Increment(ref _nextPart) - 1)
        {
            work(_corpus.Parts[part]);
        }
    }

    private void Add(DocumentPart part)
    {
        foreach (string word in part.Words)
        {
            _index.Add(word, _corpus.NumberOf(word), part.Document);
        }
    }

    private void AddQueryAndRemove(DocumentPart part)
    {
        foreach (string word in part.Words)
        {
            int number = _corpus.NumberOf(word);
            _index.Add(word, number, part.Document);
            if (IsRemoved(number))
            {
                Interlocked.Add(ref _removals, _index.Remove(word) ? 1 : 0);
            }
        }

        HashSet<int> documents = _index.DocumentsWith(part.Words[0]);
        documents.IntersectWith(_index.DocumentsWith(part.Words[^1]));
        Interlocked.Increment(ref _queries);
    }

    private static bool IsRemoved(int number) => number % RemovalStep == 0;

    /// <summary>Compares each word: what is in the index and what was removed from it is what there was.</summary>
    private IEnumerable<string> CompareCounts()
    {
        for (int number = 0; number < _corpus.Words.Count; number++)
        {
            string word = _corpus.Words[number];
            int count = _index.Count(word);
            int removed = _index.ReleasedOf(number);
            if (count + removed != _corpus.Counts[number])
            {
                yield return FormattableString.Invariant($"'{word}': {count} in the index and {removed} removed, but {_corpus.Counts[number]} in the plain one");
            }

            if (removed > 0 && !IsRemoved(number))
            {
                yield return FormattableString.Invariant($"'{word}': {removed} removed, but the word never was");
            }
        }
    }

    private IEnumerable<string> CompareAfterClear()
    {
        _index.Clear();
        if (Released() != _index.Added)
        {
            yield return FormattableString.Invariant($"{_index.Added} elements allocated, but {Released()} given back");
        }
    }

    private long Released() => Enumerable.Range(0, _corpus.Words.Count).Sum(number => (long)_index.ReleasedOf(number));
}
