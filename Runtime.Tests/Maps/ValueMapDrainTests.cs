using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Xunit;

namespace IntrusiveLists.Tests.Maps;

#pragma warning disable ILIST011 // See Chain.

/// <summary>What becomes of the elements of a value that goes away.</summary>
public sealed class ValueMapDrainTests : IDisposable
{
    private readonly NativePool<Posting> _postings = new();

    /// <summary>Gets the ways by which a value goes away.</summary>
    public static TheoryData<string> Ways => [.. Departures.Keys];

    private static Dictionary<string, Action<ValueMap<int, Word>>> Departures { get; } = new()
    {
        ["Remove"] = map => map.Remove(1),
        ["Update"] = map => map.Update(1).Dispose(),
        ["Clear"] = map => map.Clear(),
        ["Dispose"] = map => map.Dispose(),
        ["scope"] = map =>
        {
            using ValueScope<Word> scope = map.Find(1);
            map.Remove(1);
        },
        ["enumerator"] = map =>
        {
            foreach (ValueEntry<int, Word> entry in map)
            {
                map.Remove(entry.Key);
            }
        },
        ["enumerator left"] = map =>
        {
            foreach (ValueEntry<int, Word> entry in map)
            {
                map.Remove(entry.Key);
                break;
            }
        },
    };

    public void Dispose() => _postings.Dispose();

    [Theory]
    [MemberData(nameof(Ways))]
    public void ElementsGoBackToTheirPool(string way)
    {
        using var map = new ValueMap<int, Word>();
        Ptr<Posting>[] added = Add(map, 1, 2, 3);
        Departures[way](map);
        Assert.All(added, posting => Assert.Contains("not allocated", Assert.Throws<InvalidOperationException>(() => _postings.Free(posting)).Message));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void ElementsGoToTheActionInOrderAndUnlinked(string way)
    {
        var released = new List<long>();
        using var map = new ValueMap<int, Word>(new ElementRelease().Add<Posting>(posting =>
        {
            ListAssert.Unlinked<Posting, Posting.ByWordLink>(posting);
            released.Add(posting.Value.Number);
        }));
        Add(map, 1, 2, 3);
        Departures[way](map);
        Assert.Equal([1L, 2, 3], released);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void OneExceptionSurfacesAsItIsAndTheRestIsDrained(string way)
    {
        var released = new List<long>();
        var map = new ValueMap<int, Word>(ThrowAt(released, 2));
        Add(map, 1, 2, 3);
        Assert.Throws<CallbackException>(() => Departures[way](map));
        Assert.Equal([1L, 2, 3], released);
        Assert.Equal(way == "Update" ? 1 : 0, map.Count);
        map.Dispose();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void SeveralExceptionsSurfaceTogether(string way)
    {
        var released = new List<long>();
        var map = new ValueMap<int, Word>(ThrowAt(released, 1, 3));
        Add(map, 1, 2, 3);
        AggregateException exception = Assert.Throws<AggregateException>(() => Departures[way](map));
        Assert.Equal(2, exception.InnerExceptions.Count);
        Assert.All(exception.InnerExceptions, inner => Assert.IsType<CallbackException>(inner));
        Assert.Equal([1L, 2, 3], released);
        map.Dispose();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void AnElementOnAnotherListIsNamedAndNotFreed(string way)
    {
        using var arena = new Arena(64);
        Ptr<Document> document = arena.Allocate<Document>();
        var map = new ValueMap<int, Word>();
        Ptr<Posting>[] added = Add(map, 1, 2, 3);
        document.Value.Postings.AddLast(added[1]);
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => Departures[way](map));
        Assert.Contains("'Posting' is still on a list through 'ByDocument'", exception.Message);
        ListAssert.Holds(document.Value.Postings, [added[1]], [added[1]]);
        ListAssert.Unlinked<Posting, Posting.ByWordLink>(added[1]);
        document.Value.Postings.Remove(added[1]);
        _postings.Free(added[1]);
        Assert.Throws<InvalidOperationException>(() => _postings.Free(added[0]));
        Assert.Throws<InvalidOperationException>(() => _postings.Free(added[2]));
        map.Dispose();
    }

    [Fact]
    public void EveryElementOnAnotherListIsNamedAndNotFreed()
    {
        using var arena = new Arena(64);
        Ptr<Document> document = arena.Allocate<Document>();
        using var map = new ValueMap<int, Word>();
        Ptr<Posting>[] added = Add(map, 1, 2, 3, 4);
        Ptr<Posting>[] shared = [added[0], added[2], added[3]];
        foreach (Ptr<Posting> posting in shared)
        {
            document.Value.Postings.AddLast(posting);
        }

        AggregateException exception = Assert.Throws<AggregateException>(() => map.Remove(1));
        Assert.Equal(shared.Length, exception.InnerExceptions.Count);
        Assert.All(exception.InnerExceptions, inner => Assert.Contains("still on a list through 'ByDocument'", inner.Message));
        ListAssert.Holds(document.Value.Postings, shared, shared);
        ListAssert.Unlinked<Posting, Posting.ByWordLink>(shared);
        Assert.Throws<InvalidOperationException>(() => _postings.Free(added[1]));
        document.Value.Postings.Clear();
        Assert.All(shared, _postings.Free);
    }

    [Fact]
    public void AnElementThatIsBeingDrainedFromAnotherListIsNotFreed()
    {
        using var arena = new Arena(64);
        Ptr<Document> document = arena.Allocate<Document>();
        using var map = new ValueMap<int, Word>();
        Ptr<Posting> posting = Add(map, 1)[0];
        document.Value.Postings.AddLast(posting);
#pragma warning disable ILIST207 // What a drain loop does when it begins, without the loop.
        DetachedList<Posting, Posting.ByDocumentLink> detached = document.Value.Postings.Detach();
#pragma warning restore ILIST207
        Assert.Contains("'ByDocument'", Assert.Throws<InvalidOperationException>(() => map.Remove(1)).Message);
        Assert.Contains("'ByDocument'", Assert.Throws<InvalidOperationException>(() => _postings.Free(posting)).Message);
        Assert.True(detached.MoveNext());
        _postings.Free(posting);
    }

    [Fact]
    public void ElementsAddedThroughAnOpenScopeAreDrainedWithIt()
    {
        var released = new List<long>();
        using var map = new ValueMap<int, Word>(ThrowAt(released));
        Add(map, 1);
        using (ValueScope<Word> scope = map.Find(1))
        {
            map.Remove(1);
            Assert.Empty(released);
            Add(ref scope.Value, 2);
        }

        Assert.Equal([1L, 2], released);
    }

    [Fact]
    public void TheFirstOfTwoScopesDrainsNothing()
    {
        var released = new List<long>();
        using var map = new ValueMap<int, Word>(ThrowAt(released));
        Add(map, 1);
        ValueScope<Word> first = map.Find(1);
        ValueScope<Word> second = map.Find(1);
        map.Update(1).Dispose();
        second.Dispose();
        Assert.Empty(released);
        first.Dispose();
        Assert.Equal([1L], released);
    }

    [Fact]
    public void ElementsGoBackToWhicheverPoolTheyCameFrom()
    {
        using var other = new NativePool<Posting>();
        using var map = new ValueMap<int, Word>();
        Ptr<Posting> mine = Add(map, 1)[0];
        Ptr<Posting> theirs = other.Allocate();
        using (ValueScope<Word> scope = map.Find(1))
        {
            Add(ref scope.Value, theirs);
        }

        map.Remove(1);
        Assert.Equal(theirs, other.Allocate());
        Assert.Equal(mine, _postings.Allocate());
    }

    [Fact]
    public void AnElementFromNoPoolIsReportedAndTheRestIsDrained()
    {
        using var arena = new Arena(64);
        Ptr<Posting> foreign = arena.Allocate<Posting>();
        using var map = new ValueMap<int, Word>();
        using (ValueScope<Word> scope = map.GetOrAdd(1))
        {
            Add(ref scope.Value, foreign);
        }

        Ptr<Posting> mine = Add(map, 1)[0];
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => map.Remove(1));
        Assert.Contains("'Posting'", exception.Message);
        Assert.Contains("ElementRelease.Add<Posting>", exception.Message);
        ListAssert.Unlinked<Posting, Posting.ByWordLink>(foreign);
        Assert.Equal(mine, _postings.Allocate());
    }

    [Fact]
    public void AValueThatIsOnAListItselfIsNamedAndNotFreed()
    {
        using var arena = new Arena(64);
        Ptr<Document> document = arena.Allocate<Document>();
        var map = new ValueMap<int, Posting>();
        using (ValueScope<Posting> scope = map.GetOrAdd(1))
        {
            scope.Value.Number = 42;
            AddTo(document, ref scope.Value);
        }

        Assert.Contains("'ByDocument'", Assert.Throws<InvalidOperationException>(() => map.Remove(1)).Message);
        map.Dispose();

        // Its memory outlives the map.
        Assert.Equal(42, document.Value.Postings.RemoveFirst().Value.Number);
    }

    [Fact]
    public void AValueOnAListOfAnotherValueBelongsToItsMap()
    {
        using var owners = new ValueMap<int, Word>();
        using var owned = new ValueMap<int, Posting>();
        using (ValueScope<Posting> posting = owned.GetOrAdd(1))
        {
            using ValueScope<Word> word = owners.GetOrAdd(1);
            posting.Value.Number = 42;
            AddTo(ref word.Value, ref posting.Value);
        }

        Assert.Contains("'Posting'", Assert.Throws<InvalidOperationException>(() => owners.Remove(1)).Message);
        using ValueScope<Posting> after = owned.Find(1);
        Assert.Equal(42, after.Value.Number);
        Assert.False(after.Value.ByWord.IsLinked);
        Assert.True(owned.Remove(1));
    }

    [Fact]
    public void AnActionMayUseTheMapAndTheListThatIsBeingDrained()
    {
        var released = new List<long>();
        ValueMap<int, Word>? map = null;
        map = new ValueMap<int, Word>(new ElementRelease().Add<Posting>(posting =>
        {
            released.Add(posting.Value.Number);
            if (posting.Value.Number > 10)
            {
                _postings.Free(posting);
                return;
            }

            // The same element on the list of a new value for the same key, which is drained, filled again and removed.
            posting.Value.Number += 10;
            using (ValueScope<Word> scope = map!.GetOrAdd(1))
            {
                Add(ref scope.Value, posting);
                Assert.Equal(1, DrainAndAddAgain(ref scope.Value));
            }

            Assert.True(map.Remove(1));
        }));
        Add(map, 1, 2);
        Assert.True(map.Remove(1));
        Assert.Equal([1L, 11, 2, 12], released);
        Assert.True(map.IsEmpty);
        map.Dispose();
    }

    [Fact]
    public void AnActionMayFillTheListsOfItsElementAgain()
    {
        var released = new List<string>();
        using var pages = new NativePool<Library.Page>();
        using var pools = new LibraryPools();
        using var map = new ValueMap<string, Library>(pools.Release(released, book =>
        {
            if (book.Value.Number == 92)
            {
                book.Value.Pages.AddLast(pages.Allocate());
            }
        }));
        using (ValueScope<Library> library = map.GetOrAdd("town"))
        {
            pools.Fill(ref library.Value);
        }

        // What is added to an element that has been handed over belongs to who has it now.
        map.Remove("town");
        Assert.Equal(LibraryPools.DrainOrder, released);
    }

    [Fact]
    public void AnActionMayRemoveAnElementThatIsStillToCome()
    {
        var released = new List<long>();
        Ptr<Posting>[] added = [];
        using var map = new ValueMap<int, Word>(new ElementRelease().Add<Posting>(posting =>
        {
            released.Add(posting.Value.Number);
            if (posting.Value.Number == 1)
            {
                using var arena = new Arena(64);
                Unlink(ref arena.Allocate<Word>().Value, added[1]);
            }
        }));
        added = Add(map, 1, 2, 3);
        map.Remove(1);
        Assert.Equal([1L, 3], released);
        _postings.Free(added[1]);
    }

    [Fact]
    public void ThreeLevelsAreDrainedParentsFirstAndInOrder()
    {
        var pools = new LibraryPools();
        var released = new List<string>();
        using (var map = new ValueMap<string, Library>(pools.Release(released)))
        {
            using ValueScope<Library> library = map.GetOrAdd("town");
            pools.Fill(ref library.Value);
            map.Remove("town");
        }

        Assert.Equal(LibraryPools.DrainOrder, released);
    }

    [Fact]
    public void ThreeLevelsGoBackToTheirPools()
    {
        using var pools = new LibraryPools();
        using var map = new ValueMap<string, Library>();
        for (int round = 0; round < 3; round++)
        {
            using (ValueScope<Library> library = map.GetOrAdd("town"))
            {
                pools.Fill(ref library.Value);
            }

            map.Remove("town");
            pools.AssertAllFree();
        }
    }

    [Fact]
    public void WhatIsOnSeveralListsOfAValueIsReleasedOnce()
    {
        var pools = new LibraryPools();
        var released = new List<string>();
        using var map = new ValueMap<string, Library>(pools.Release(released));
        using (ValueScope<Library> library = map.GetOrAdd("town"))
        {
            pools.Fill(ref library.Value);
            pools.AlsoShelve(ref library.Value);
        }

        map.Remove("town");
        Assert.Equal(LibraryPools.DrainOrderOfBookOnTwoLists, released);
    }

    [Fact]
    public void WhatIsOnSeveralListsOfAValueGoesBackToItsPool()
    {
        using var pools = new LibraryPools();
        using var map = new ValueMap<string, Library>();
        using (ValueScope<Library> library = map.GetOrAdd("town"))
        {
            pools.Fill(ref library.Value);
            pools.AlsoShelve(ref library.Value);
        }

        map.Remove("town");
        pools.AssertAllFree();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhatAnElementOwnsThatIsOnAnotherListStaysWithIt(bool alsoShelved)
    {
        using var arena = new Arena(Arena.SizeOf<Library>());
        using var pools = new LibraryPools();
        using var map = new ValueMap<string, Library>();
        Ptr<Library> other = arena.Allocate<Library>();
        Ptr<Library.Book> lent;
        using (ValueScope<Library> library = map.GetOrAdd("town"))
        {
            pools.Fill(ref library.Value);
            lent = alsoShelved ? pools.AlsoShelve(ref library.Value) : pools.FirstBook(ref library.Value);
            using Library.LockGuard guard = other.Value.EnterLock();
            guard.Lent.AddLast(lent);
        }

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => map.Remove("town"));
        Assert.Contains("'Library.Book' is still on a list through 'ByReader'", exception.Message);
        Assert.Equal([111, 112], lent.Value.Pages.ToArray().Select(page => page.Value.Number));
        using (Library.LockGuard guard = other.Value.EnterLock())
        {
            Assert.Equal(lent, guard.Lent.RemoveFirst());
        }

        ListAssert.Unlinked<Library.Book, Library.Book.ByShelfLink>(lent);
        ListAssert.Unlinked<Library.Book, Library.Book.ByLibraryLink>(lent);
    }

    [Fact]
    public void AChainOfAMillionIsDrainedWithoutStack()
    {
        const int Depth = 1_000_000;
        using var pool = new NativePool<Chain.Ring>();
        long expected = 1;
        bool inOrder = true;
        int count = 0;
        using var map = new ValueMap<int, Chain>(new ElementRelease().Add<Chain.Ring>(ring =>
        {
            inOrder &= ring.Value.Number == expected++;
            count++;
            pool.Free(ring);
        }));
        using (ValueScope<Chain> chain = map.GetOrAdd(1))
        {
            Ptr<Chain.Ring> last = pool.Allocate();
            last.Value.Number = 1;
            using (Chain.LockGuard guard = chain.Value.EnterLock())
            {
                guard.Rings.AddLast(last);
            }

            for (int depth = 2; depth <= Depth; depth++)
            {
                Ptr<Chain.Ring> next = pool.Allocate();
                next.Value.Number = depth;
                last.Value.Next.AddLast(next);
                last = next;
            }
        }

        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() => map.Remove(1)), maxStackSize: 128 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
        Assert.Equal((Depth, true), (count, inOrder));
    }

    [Fact]
    public void AComparerThatThrowsKeepsNothingElseFromBeingCleared()
    {
        var comparer = new FaultyKeyComparer();
        var released = new List<long>();
        using var map = new ValueMap<int, Word>(ThrowAt(released), comparer);
        Add(map, 1);
        using (ValueScope<Word> second = map.GetOrAdd(2))
        {
            Add(ref second.Value, 2);
        }

        comparer.ThrowAt(1);
        Assert.Throws<CallbackException>(map.Clear);
        Assert.Single(released);
        Assert.Equal(1, map.Count);
        map.Clear();
        Assert.Equal([1L, 2], released.Order());
    }

    [Fact]
    public void AnActionIsGivenOnceForAType()
    {
        ElementRelease release = new ElementRelease().Add<Posting>(_ => { });
        Assert.Throws<ArgumentException>(() => release.Add<Posting>(_ => { }));
        Assert.Throws<ArgumentNullException>(() => release.Add<Item>(null!));
    }

    private static int DrainAndAddAgain(ref Word word)
    {
        int count = 0;
        foreach (Ptr<Posting> posting in word.DrainPostings())
        {
            Add(ref word, posting);
            count++;
        }

        return count;
    }

    private static ElementRelease ThrowAt(List<long> released, params long[] numbers) => new ElementRelease().Add<Posting>(posting =>
    {
        released.Add(posting.Value.Number);
        if (numbers.Contains(posting.Value.Number))
        {
            throw new CallbackException();
        }
    });

    private static void Add(ref Word word, Ptr<Posting> posting)
    {
        using Word.LockGuard guard = word.EnterLock();
        guard.Postings.AddLast(posting);
    }

    private static void Unlink(ref Word word, Ptr<Posting> posting)
    {
        using Word.LockGuard guard = word.EnterLock();
        guard.Postings.Remove(posting);
    }

    private static unsafe void AddTo(ref Word word, ref Posting posting)
    {
        fixed (Posting* address = &posting)
        {
            Add(ref word, address);
        }
    }

    private static unsafe void AddTo(Ptr<Document> document, ref Posting posting)
    {
        fixed (Posting* address = &posting)
        {
            document.Value.Postings.AddLast(address);
        }
    }

    private Ptr<Posting> Add(ref Word word, long number)
    {
        Ptr<Posting> posting = _postings.Allocate();
        posting.Value.Number = number;
        Add(ref word, posting);
        return posting;
    }

    /// <summary>Adds elements to the list of the value for the key 1.</summary>
    private Ptr<Posting>[] Add(ValueMap<int, Word> map, params long[] numbers)
    {
        using ValueScope<Word> scope = map.GetOrAdd(1);
        var added = new List<Ptr<Posting>>();
        foreach (long number in numbers)
        {
            added.Add(Add(ref scope.Value, number));
        }

        return [.. added];
    }
}
