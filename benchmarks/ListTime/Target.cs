namespace IntrusiveLists.Benchmarks;

/// <summary>A ratio that the library is to reach, and what was measured.</summary>
internal sealed record Target(string Runtime, string Name, double Limit, double Measured)
{
    /// <summary>Gets whether it is reached.</summary>
    public bool IsReached => Measured <= Limit;
}
