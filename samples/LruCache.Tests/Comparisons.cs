namespace LruCache.Tests;

/// <summary>Makes comparisons without measuring.</summary>
internal static class Comparisons
{
    public static Comparison Create(string trace, int capacity = 10, int accesses = 1000, int hits = 250, int? linkedListHits = null) => new()
    {
        Trace = trace,
        Capacity = capacity,
        Accesses = accesses,
        Intrusive = new CacheFigures(hits, 1234.5, 0),
        LinkedList = new CacheFigures(linkedListHits ?? hits, 2469, 36.5),
    };
}
