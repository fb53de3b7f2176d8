namespace LruCache;

/// <summary>What one cache did on a trace.</summary>
/// <param name="Hits">The hits, beginning with an empty cache.</param>
/// <param name="NanosecondsPerAccess">The time, with a warm cache; null for an empty trace.</param>
/// <param name="BytesPerAccess">The memory allocated, with a warm cache; null for an empty trace.</param>
internal sealed record CacheFigures(int Hits, double? NanosecondsPerAccess, double? BytesPerAccess);
