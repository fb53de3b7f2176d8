using IntrusiveLists.Tests.Memory;
using Xunit;

namespace IntrusiveLists.Tests.Maps;

/// <summary>A map gives its memory back.</summary>
[Collection(nameof(Alone))]
public sealed unsafe class ValueMapMemoryTests
{
    private const int Rounds = 40;
    private const int ValuesInRound = 512;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheLastOfMapAndScopesGivesBackTheMemory(bool scopeIsLast)
    {
        long before = ProcessMemory.WorkingSet;
        for (int round = 0; round < Rounds; round++)
        {
            Use(scopeIsLast);
        }

        // Leaked, it would be more than a gigabyte.
        Assert.InRange(ProcessMemory.WorkingSet - before, long.MinValue, (long)Rounds * ValuesInRound * sizeof(Sizes.Of64Kilobytes) / 2);
    }

    [Fact]
    public void AThrowingComparerLosesNoMemory()
    {
        var comparer = new FaultyKeyComparer();
        long before = ProcessMemory.WorkingSet;
        for (int round = 0; round < Rounds * ValuesInRound; round++)
        {
            using var map = new ValueMap<int, Sizes.Of64Kilobytes>(comparer: comparer);

            // The first call looks for the key, the second one adds it; both begin with its hash.
            comparer.ThrowAt(2);
            Assert.Throws<CallbackException>(() => map.GetOrAdd(1).Dispose());
            comparer.ThrowAt(2);
            Assert.Throws<CallbackException>(() => map.Update(1).Dispose());
            comparer.ThrowAt(0);
        }

        Assert.InRange(ProcessMemory.WorkingSet - before, long.MinValue, (long)Rounds * ValuesInRound * sizeof(Sizes.Of64Kilobytes) / 2);
    }

    private static void Use(bool scopeIsLast)
    {
        var map = new ValueMap<int, Sizes.Of64Kilobytes>();
        ValueScope<Sizes.Of64Kilobytes> scope = map.GetOrAdd(0);
        for (int key = 1; key < ValuesInRound; key++)
        {
            map.GetOrAdd(key).Dispose();
        }

        if (!scopeIsLast)
        {
            scope.Dispose();
        }

        map.Dispose();
        scope.Dispose();
    }
}
