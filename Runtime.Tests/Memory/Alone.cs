using Xunit;

namespace IntrusiveLists.Tests.Memory;

/// <summary>Tests that need the processors, or the memory of the process, to themselves.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
