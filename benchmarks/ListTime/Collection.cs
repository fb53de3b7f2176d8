using System;

namespace IntrusiveLists.Benchmarks;

/// <summary>What a program pays for keeping ten million elements: full collections while they are alive.</summary>
internal static class Collection
{
    public const int LiveElements = 10_000_000;

    // The first moves what is alive to where it stays, the next give back to the system what the one before has freed.
    private const int Settling = 3;

    /// <summary>Collects until what is alive, and the memory that the collector keeps, changes no more.</summary>
    public static long Settle() => Repeat(Settling);

    /// <summary>The round.</summary>
    public static long Repeat(long times)
    {
        for (long time = 0; time < times; time++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        }

        return 0;
    }
}
