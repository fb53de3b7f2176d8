using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Tests;

/// <summary>Sequences of small numbers.</summary>
internal static class Words
{
    /// <summary>Returns every sequence of at most so many of the numbers 0 to <paramref name="letters"/> - 1.</summary>
    public static IEnumerable<int[]> OfUpTo(int length, int letters)
    {
        IEnumerable<int[]> words = [[]];
        IEnumerable<int[]> longest = words;
        for (int added = 0; added < length; added++)
        {
            longest = [.. from word in longest from letter in Enumerable.Range(0, letters) select (int[])[.. word, letter]];
            words = words.Concat(longest);
        }

        return words;
    }
}
