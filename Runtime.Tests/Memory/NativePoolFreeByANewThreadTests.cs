namespace IntrusiveLists.Tests.Memory;

/// <summary>What a thread frees that has hardly used the pool, and finds its cache by its local storage.</summary>
public sealed class NativePoolFreeByANewThreadTests() : NativePoolFreeTests(0);
