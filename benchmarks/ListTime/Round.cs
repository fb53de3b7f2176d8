namespace IntrusiveLists.Benchmarks;

/// <summary>What one contender did in one round.</summary>
internal readonly record struct Round(long Result, long Digest, double Nanoseconds, long AllocatedBytes);
