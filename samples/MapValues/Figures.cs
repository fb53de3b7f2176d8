using System;
using System.Collections.Generic;

namespace MapValues;

/// <summary>What the threads did.</summary>
internal sealed record Figures
{
    /// <summary>Gets how many threads added words.</summary>
    public required int Threads { get; init; }

    /// <summary>Gets how many documents there are.</summary>
    public required int Documents { get; init; }

    /// <summary>Gets how many different words there are.</summary>
    public required int Words { get; init; }

    /// <summary>Gets how many words are in the index in the end.</summary>
    public required int WordsLeft { get; init; }

    /// <summary>Gets how often a word was removed.</summary>
    public required int Removals { get; init; }

    /// <summary>Gets how many queries were answered.</summary>
    public required int Queries { get; init; }

    /// <summary>Gets how many elements were allocated.</summary>
    public required long Allocated { get; init; }

    /// <summary>Gets how many elements had been given back before the index was cleared.</summary>
    public required long Released { get; init; }

    /// <summary>Gets the time of building the first half of the index, with nothing else going on.</summary>
    public required TimeSpan BuildTime { get; init; }

    /// <summary>Gets how many words that half has.</summary>
    public required long BuildWords { get; init; }

    /// <summary>Gets the time of building the second half, during queries and removals.</summary>
    public required TimeSpan MixedTime { get; init; }

    /// <summary>Gets the most frequent words of the index with their counts.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Top { get; init; }

    /// <summary>Gets where the index differs from the plain one, a line each.</summary>
    public required IReadOnlyList<string> Differences { get; init; }
}
