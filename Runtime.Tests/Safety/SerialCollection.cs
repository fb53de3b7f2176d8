using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>Tests that watch the garbage collector or the memory of the process, and so run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SerialCollection
{
    public const string Name = "Serial";
}
