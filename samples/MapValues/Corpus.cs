using System;
using System.Collections.Generic;
using System.Linq;

namespace MapValues;

/// <summary>
/// The documents, with what a plain dictionary on one thread counts in them: what the shared index is checked against.
/// </summary>
internal sealed class Corpus
{
    private const int WordsPerPart = 256;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly List<int> _counts = [];

    /// <summary>Counts the words of documents.</summary>
    public Corpus(IReadOnlyList<Document> documents)
    {
        Documents = documents;
        foreach (string word in documents.SelectMany(document => document.Words))
        {
            Count(word);
        }

        Parts = [.. documents.SelectMany((document, number) => Split(document, number))];
    }

    /// <summary>Gets the documents.</summary>
    public IReadOnlyList<Document> Documents { get; }

    /// <summary>Gets the different words. The place of each is its number.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>Gets how often the word of each number occurs.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>Gets the portions in which threads work on the documents: a long one is shared by several.</summary>
    public IReadOnlyList<DocumentPart> Parts { get; }

    /// <summary>Returns the number of a word.</summary>
    public int NumberOf(string word) => _numbers[word];

    private static IEnumerable<DocumentPart> Split(Document document, int number)
    {
        for (int start = 0; start < document.Words.Length; start += WordsPerPart)
        {
            yield return new DocumentPart(number, new ArraySegment<string>(document.Words, start, Math.Min(WordsPerPart, document.Words.Length - start)));
        }
    }

    private void Count(string word)
    {
        if (_numbers.TryAdd(word, _words.Count))
        {
            _words.Add(word);
            _counts.Add(0);
        }

        _counts[_numbers[word]]++;
    }
}
