using IntrusiveLists.Tests.Hooks;
using IntrusiveLists.Tests.Scheduling;

namespace IntrusiveLists;

/// <summary>What the calls in the runtime's sources do here.</summary>
internal static unsafe partial class Instrumentation
{
    static partial void OnYield(string point) => Actor.Current?.Yield(point);

    static partial void OnWait() => Actor.Current?.Wait();

    static partial void OnObtained(void* memory, nuint size) => FreeMemory.Obtained(memory, size);

    static partial void OnReturned(void* memory) => FreeMemory.Returned();

    static partial void OnFreed(void* memory, int size) => FreeMemory.Freed(memory, size);

    static partial void OnReused(void* memory, int size) => FreeMemory.Reused(memory, size);
}
