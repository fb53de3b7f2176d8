namespace IntrusiveLists.Declarations;

/// <summary>
/// A short hash of a text that is the same in every process: FNV-1a, 64 bits.
/// </summary>
internal static class StableHash
{
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static string Of(string text)
    {
        ulong hash = OffsetBasis;
        foreach (char character in text)
        {
            hash = unchecked((hash ^ character) * Prime);
        }

        return hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }
}
