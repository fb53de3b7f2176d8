namespace IntrusiveLists.Tests.Memory;

/// <summary>What a thread frees that has used the pool often, and finds its cache by its stack.</summary>
public sealed class NativePoolFreeByABusyThreadTests() : NativePoolFreeTests(5_000);
