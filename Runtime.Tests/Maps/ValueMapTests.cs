using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests.Maps;

/// <summary>The map as a map.</summary>
public sealed class ValueMapTests
{
    [Fact]
    public void ANewMapIsEmpty()
    {
        using var map = new ValueMap<string, Word>();
        Assert.Equal(0, map.Count);
        Assert.True(map.IsEmpty);
        Assert.False(map.ContainsKey("a"));
        Assert.False(map.Remove("a"));
        using ValueScope<Word> scope = map.Find("a");
        Assert.False(scope.HasValue);
    }

    [Fact]
    public void GetOrAddAddsAZeroedValueOnceAndFindFindsIt()
    {
        using var map = new ValueMap<string, Word>();
        using (ValueScope<Word> added = map.GetOrAdd("a"))
        {
            Assert.True(added.HasValue);
            Assert.Equal(0, added.Value.Key);
            added.Value.Key = 1;
        }

        using ValueScope<Word> again = map.GetOrAdd("a");
        using ValueScope<Word> found = map.Find("a");
        Assert.Equal(1, again.Value.Key);
        again.Value.Key = 2;
        Assert.Equal(2, found.Value.Key);
        Assert.Equal(1, map.Count);
        Assert.True(map.ContainsKey("a"));
    }

    [Fact]
    public void AReplacedOrRemovedValueIsUsableInItsScope()
    {
        using var map = new ValueMap<int, Word>();
        using ValueScope<Word> first = map.GetOrAdd(7);
        first.Value.Key = 1;
        using ValueScope<Word> second = map.Update(7);
        Assert.Equal(0, second.Value.Key);
        second.Value.Key = 2;
        Assert.True(map.Remove(7));
        Assert.False(map.Remove(7));
        using ValueScope<Word> third = map.GetOrAdd(7);
        Assert.Equal((1, 2, 0), (first.Value.Key, second.Value.Key, third.Value.Key));
    }

    [Fact]
    public void AValueThatIsUsedAgainIsZeroed()
    {
        using var map = new ValueMap<int, Word>();
        for (int round = 0; round < 1000; round++)
        {
            using ValueScope<Word> word = round % 2 == 0 ? map.GetOrAdd(1) : map.Update(1);
            Assert.Equal(0, word.Value.Key);
            word.Value.Key = -1;
            if (round % 3 == 0)
            {
                map.Remove(1);
            }
            else
            {
                map.Update(1).Dispose();
            }
        }
    }

    // So that a program which does not ask for HasValue is told so, whatever it does with the value
    [Fact]
    public void AScopeOfAKeyThatIsMissingRefusesEveryUse()
    {
        using var map = new ValueMap<int, Word>();
        map.GetOrAdd(1).Dispose();
        Action[] uses =
        [
            () => map.Find(2).Value.Key = 1,
            () => map.Find(2).Value.EnterLock().Dispose(),
            () => { foreach (Ptr<Posting> posting in map.Find(2).Value.DrainPostings()) { } },
            () => { ref Word word = ref map.Find(2).Value; },
            () => { ValueScope<Word> none = default; none.Value.Key = 1; },
        ];
        Assert.All(uses, use => Assert.Contains("There is no value: the map had none for the key", Assert.Throws<InvalidOperationException>(use).Message));
        Assert.False(map.ContainsKey(2));
        Assert.Equal(1, map.Count);
    }

    [Fact]
    public void ADisposedScopeHasNoValue()
    {
        using var map = new ValueMap<int, Word>();
        ValueScope<Word> scope = map.GetOrAdd(1);
        scope.Dispose();
        scope.Dispose();
        Assert.False(scope.HasValue);
        InvalidOperationException? exception = null;
        try
        {
            scope.Value.Key = 1;
        }
        catch (InvalidOperationException thrown)
        {
            exception = thrown;
        }

        Assert.Contains("no value", exception?.Message);
        Assert.True(map.Remove(1));
    }

    [Fact]
    public void ANullKeyIsRefused()
    {
        using var map = new ValueMap<string, Word>();
        Assert.Throws<ArgumentNullException>(() => map.ContainsKey(null!));
        Assert.Throws<ArgumentNullException>(() => map.Find(null!).Dispose());
        Assert.Throws<ArgumentNullException>(() => map.GetOrAdd(null!).Dispose());
        Assert.Throws<ArgumentNullException>(() => map.Update(null!).Dispose());
        Assert.Throws<ArgumentNullException>(() => map.Remove(null!));
    }

    [Fact]
    public void UsesTheComparer()
    {
        using var map = new ValueMap<string, Word>(comparer: StringComparer.OrdinalIgnoreCase);
        map.GetOrAdd("key").Dispose();
        Assert.True(map.ContainsKey("KEY"));
        map.Update("Key").Dispose();
        Assert.Equal(1, map.Count);
        Assert.True(map.Remove("kEY"));
    }

    [Fact]
    public void EnumeratesKeysAndValues()
    {
        using var map = new ValueMap<int, Word>();
        for (int key = 1; key <= 20; key++)
        {
            using ValueScope<Word> word = map.GetOrAdd(key);
            word.Value.Key = key;
        }

        var keys = new List<int>();
        foreach (ValueEntry<int, Word> entry in map)
        {
            Assert.Equal(entry.Key, entry.Value.Key);
            keys.Add(entry.Key);
        }

        Assert.Equal(Enumerable.Range(1, 20), keys.Order());
    }

    [Fact]
    public void ALoopMayRemoveUpdateAndAdd()
    {
        using var map = new ValueMap<int, Word>();
        for (int key = 1; key <= 20; key++)
        {
            using ValueScope<Word> word = map.GetOrAdd(key);
            word.Value.Key = key;
        }

        foreach (ValueEntry<int, Word> entry in map)
        {
            int key = entry.Key;
            if (key <= 20)
            {
                Assert.Equal(key % 2 == 0, map.Remove(key - (key % 2 == 0 ? 0 : 100)));
                map.GetOrAdd(key + 100).Dispose();
                Assert.Equal(key, entry.Value.Key);
            }
        }

        Assert.Equal(30, map.Count);
    }

    [Fact]
    public void ClearRemovesAllAndTheMapStaysUsable()
    {
        using var map = new ValueMap<int, Word>();
        map.GetOrAdd(1).Dispose();
        map.GetOrAdd(2).Dispose();
        map.Clear();
        Assert.True(map.IsEmpty);
        map.GetOrAdd(1).Dispose();
        Assert.Equal(1, map.Count);
    }

    [Fact]
    public void ADisposedMapIsEmptyAndAddsNothing()
    {
        var map = new ValueMap<int, Word>();
        map.GetOrAdd(1).Dispose();
        map.Dispose();
        map.Dispose();
        Assert.Equal(0, map.Count);
        Assert.False(map.Remove(1));
        Assert.False(map.Find(1).HasValue);
        map.Clear();
        Assert.Equal("ValueMap", Assert.Throws<ObjectDisposedException>(() => map.GetOrAdd(1).Dispose()).ObjectName);
        Assert.Equal("ValueMap", Assert.Throws<ObjectDisposedException>(() => map.Update(1).Dispose()).ObjectName);
    }

    [Fact]
    public void AScopeOutlivesTheMap()
    {
        var map = new ValueMap<int, Word>();
        using ValueScope<Word> scope = map.GetOrAdd(1);
        map.Dispose();
        scope.Value.Key = 42;
        Assert.Throws<ObjectDisposedException>(() => map.GetOrAdd(1).Dispose());
        Assert.Equal(42, scope.Value.Key);
    }

    [Fact]
    public void ValuesNeedNoHeads()
    {
        using var map = new ValueMap<int, long>();
        using (ValueScope<long> scope = map.GetOrAdd(1))
        {
            scope.Value = 42;
        }

        using ValueScope<long> found = map.Find(1);
        Assert.Equal(42, found.Value);
    }

    [Fact]
    public void AHeadWithoutALockIsRefused()
    {
#pragma warning disable ILIST301 // The rule says so when it is compiled; this is for those who suppress it.
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => new ValueMap<int, UnguardedWord>());
#pragma warning restore ILIST301
        Assert.Contains("'UnguardedWord._postings' has no lock", exception.Message);
    }

    [Fact]
    public void AComparerThatThrowsChangesNothing()
    {
        for (int call = 1; call <= 12; call++)
        {
            var comparer = new FaultyKeyComparer();
            using var pool = new NativePool<Posting>();
            using var map = new ValueMap<int, Word>(comparer: comparer);
            map.GetOrAdd(1).Dispose();
            comparer.ThrowAt(call);
            Exception? added = Record.Exception(() => map.GetOrAdd(2).Dispose());
            Exception? updated = Record.Exception(() => map.Update(1).Dispose());
            Exception? removed = Record.Exception(() => map.Remove(3));
            Exception? cleared = Record.Exception(map.Clear);
            comparer.ThrowAt(0);
            Assert.All([added, updated, removed, cleared], exception => Assert.True(exception is null or CallbackException, exception?.ToString()));

            // What the map was told is what it has: either all of a call or nothing.
            Assert.InRange(map.Count, 0, cleared is null ? 0 : 2);
            map.GetOrAdd(2).Dispose();
            map.GetOrAdd(1).Dispose();
            Assert.Equal(2, map.Count);
        }
    }
}
