using IntrusiveLists.Tests.Scheduling;
using Xunit;

namespace IntrusiveLists.Tests.Memory;

/// <summary>Threads that take the resident's place from each other: none finds the cache of another.</summary>
public sealed unsafe class ResidentInterleavingTests
{
    private const int Preemptions = 3;

    // Places on the stacks of two threads; nothing is read there.
    private const nint FirstStack = 0x10_0000;
    private const nint SecondStack = 0x20_0000;

    [Fact]
    public void ATenantFindsItsOwnCacheOrNone()
    {
        int schedules = Explorer.Run(
            () =>
            {
                var depot = new Depot(new SlabLayout(32), null);
                return new Interleaving([() => UseTwice(depot, FirstStack), () => UseTwice(depot, SecondStack)], () => { });
            },
            Preemptions);
        Assert.True(schedules > 50, $"{schedules} schedules");
    }

    [Fact]
    public void NobodyFindsACacheThatHasMovedOut()
    {
        var depot = new Depot(new SlabLayout(32), null);
        var cache = new ThreadCache(depot);
        depot.Resident.MoveIn((void*)FirstStack, cache);
        Assert.True(depot.Resident.TryFind((void*)(FirstStack + 4095), out ThreadCache? found));
        Assert.Same(cache, found);
        Assert.False(depot.Resident.TryFind((void*)(FirstStack + 4096), out _));
        Assert.False(depot.Resident.TryFind((void*)(FirstStack - 1), out _));

        depot.Resident.MoveOut(new ThreadCache(depot));
        Assert.True(depot.Resident.TryFind((void*)FirstStack, out _));
        depot.Resident.MoveOut(cache);
        Assert.False(depot.Resident.TryFind((void*)FirstStack, out _));
    }

    private static void UseTwice(Depot depot, nint stack)
    {
        var cache = new ThreadCache(depot);
        for (int time = 0; time < 2; time++)
        {
            depot.Resident.MoveIn((void*)stack, cache);
            if (depot.Resident.TryFind((void*)stack, out ThreadCache? found))
            {
                Assert.Same(cache, found);
            }
        }
    }
}
