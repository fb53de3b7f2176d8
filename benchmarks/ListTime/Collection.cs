using System;

namespace IntrusiveLists.Benchmarks;

/// <summary>What a program pays for keeping ten million elements: full collections while they are alive.</summary>
internal static class Collection
{
    public const int LiveElements = 10_000_000;

    /// <summary>Collects everything once: after this, what is alive has been moved to where it stays.</summary>
    public static long Once()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        return 0;
    }

    /// <summary>The round.</summary>
    public static long Repeat(long times)
    {
        for (long time = 0; time < times; time++)
        {
            Once();
        }

        return 0;
    }
}
