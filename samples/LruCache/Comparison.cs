using System.Text.Json.Serialization;

namespace LruCache;

/// <summary>What the two caches did on one trace at one capacity.</summary>
internal sealed record Comparison
{
    /// <summary>Gets the name of the trace.</summary>
    public required string Trace { get; init; }

    /// <summary>Gets how many keys the caches hold.</summary>
    public required int Capacity { get; init; }

    /// <summary>Gets how many keys the trace has.</summary>
    public required int Accesses { get; init; }

    /// <summary>Gets how many of them were hits.</summary>
    public int Hits => Intrusive.Hits;

    /// <summary>Gets how many of them were misses.</summary>
    public int Misses => Accesses - Hits;

    /// <summary>Gets the share of the hits; null for an empty trace.</summary>
    public double? HitRatio => Accesses == 0 ? null : (double)Hits / Accesses;

    /// <summary>Gets the figures of the cache over an intrusive list.</summary>
    public required CacheFigures Intrusive { get; init; }

    /// <summary>Gets the figures of the cache over a linked list.</summary>
    public required CacheFigures LinkedList { get; init; }

    /// <summary>Gets the time of the first in terms of the second: below 1, the intrusive list is faster. Null for an empty trace.</summary>
    public double? TimeRatio => Intrusive.NanosecondsPerAccess / LinkedList.NanosecondsPerAccess;

    /// <summary>Gets whether both caches had the same hits.</summary>
    [JsonIgnore]
    public bool Agrees => Intrusive.Hits == LinkedList.Hits;
}
