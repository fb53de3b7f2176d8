namespace LruCache;

/// <summary>Prints comparisons as they come.</summary>
internal interface IReport
{
    /// <summary>Prints a comparison.</summary>
    void Add(Comparison comparison);
}
