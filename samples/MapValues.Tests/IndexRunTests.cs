using System.IO;
using System.Linq;
using Samples;
using Xunit;

namespace MapValues.Tests;

public sealed class IndexRunTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void TheBuiltInTextsGiveEveryCountOfThePlainIndex(int threads)
    {
        var corpus = new Corpus([.. EmbeddedText.Read().Select(text => new Document(text.Name, [.. text.Words]))]);
        Figures figures = Run(corpus, threads);
        Assert.Empty(figures.Differences);
        Assert.Equal(corpus.Documents.Sum(document => document.Words.Length), figures.Allocated);
        Assert.Equal(corpus.Words.Count, figures.Words);
        Assert.InRange(figures.Removals, 1, int.MaxValue);
        Assert.InRange(figures.Queries, 1, int.MaxValue);
        Assert.InRange(figures.Released, figures.Removals, figures.Allocated);
    }

    [Fact]
    public void TheMostFrequentWordsComeFirstAndEqualOnesInOrder()
    {
        // The first word is removed again in the second half; it stays where all of it is in the first.
        Figures figures = Run(Of("z b b a a c"), threads: 1, top: 3);
        Assert.Equal([("a", 2), ("b", 2), ("c", 1)], figures.Top.Select(word => (word.Key, word.Value)));
    }

    [Fact]
    public void NoWordsAreNoError()
    {
        Figures figures = Run(Of(""), threads: 2);
        Assert.Empty(figures.Differences);
        Assert.Equal((0, 0), (figures.Allocated, figures.Words));
    }

    [Fact]
    public void ADifferenceNamesTheWord()
    {
        Corpus corpus = Of("first second third");

        // Counted as it was, indexed as it is now.
        corpus.Documents[0].Words[2] = "second";
        Figures figures = Run(corpus, threads: 2);
        Assert.Equal(
            ["'second': 2 in the index and 0 removed, but 1 in the plain one", "'third': 0 in the index and 0 removed, but 1 in the plain one"],
            figures.Differences);
    }

    private static Corpus Of(string words) => new([new Document("test", words.Split(' ', System.StringSplitOptions.RemoveEmptyEntries))]);

    private static Figures Run(Corpus corpus, int threads, int top = 10) => IndexRun.Run(corpus, threads, top, new Progress(TextWriter.Null, System.TimeProvider.System));
}
