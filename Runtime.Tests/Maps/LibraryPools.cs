using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests.Maps;

/// <summary>The pools of what a library owns, and a library that is filled from them.</summary>
internal sealed class LibraryPools : IDisposable
{
    private readonly NativePool<Library.Shelf> _shelves = new();
    private readonly NativePool<Library.Book> _books = new();
    private readonly NativePool<Library.Page> _pages = new();
    private readonly List<Ptr<Library.Shelf>> _allShelves = [];
    private readonly List<Ptr<Library.Book>> _allBooks = [];
    private readonly List<Ptr<Library.Page>> _allPages = [];

    /// <summary>Gets the order in which a filled library is drained: in the order of the heads, an element before what it owns, and that before the next element.</summary>
    public static string[] DrainOrder =>
    [
        "shelf 1", "book 11", "page 111", "page 112", "book 12", "page 121", "page 19",
        "shelf 2", "book 21", "page 211",
        "shelf 3", "page 39",
        "book 91", "page 911", "book 92",
    ];

    /// <summary>Gets the same for a library after <see cref="AlsoShelve"/>.</summary>
    public static string[] DrainOrderOfBookOnTwoLists =>
    [
        .. DrainOrder.Except(["book 11", "page 111", "page 112"]),
        "book 11", "page 111", "page 112",
    ];

    public void Dispose()
    {
        _shelves.Dispose();
        _books.Dispose();
        _pages.Dispose();
    }

    /// <summary>Puts two shelves into the first list of a library, a third one into the second, and books and pages into all of them.</summary>
    public void Fill(ref Library library)
    {
        Ptr<Library.Shelf> first = Shelf(1);
        Ptr<Library.Shelf> second = Shelf(2);
        Ptr<Library.Shelf> third = Shelf(3);
        first.Value.Books.AddLast(Book(11, 111, 112));
        first.Value.Books.AddLast(Book(12, 121));
        first.Value.Loose.AddLast(Page(19));
        second.Value.Books.AddLast(Book(21, 211));
        third.Value.Loose.AddLast(Page(39));
        using Library.LockGuard guard = library.EnterLock();
        Library.Shelves(guard, 0).AddLast(first);
        Library.Shelves(guard, 0).AddLast(second);
        Library.Shelves(guard, 1).AddLast(third);
        guard.Books.AddLast(Book(91, 911));
        guard.Books.AddLast(Book(92));
    }

    /// <summary>Puts the first book that is on a shelf into the list of the library as well.</summary>
    public Ptr<Library.Book> AlsoShelve(ref Library library)
    {
        Ptr<Library.Book> book = FirstBook(ref library);
        using Library.LockGuard guard = library.EnterLock();
        guard.Books.AddFirst(book);
        return book;
    }

    public Ptr<Library.Book> FirstBook(ref Library library)
    {
        using Library.LockGuard guard = library.EnterLock();
        return Library.Shelves(guard, 0).First.Value.Books.First;
    }

    public ElementRelease Release(List<string> released, Action<Ptr<Library.Book>>? takeBook = null) => new ElementRelease()
        .Add<Library.Shelf>(shelf => released.Add($"shelf {shelf.Value.Number}"))
        .Add<Library.Book>(book =>
        {
            released.Add($"book {book.Value.Number}");
            takeBook?.Invoke(book);
        })
        .Add<Library.Page>(page => released.Add($"page {page.Value.Number}"));

    /// <summary>Checks that everything is back in its pool.</summary>
    public void AssertAllFree()
    {
        Assert.All(_allShelves, shelf => AssertFree(() => _shelves.Free(shelf)));
        Assert.All(_allBooks, book => AssertFree(() => _books.Free(book)));
        Assert.All(_allPages, page => AssertFree(() => _pages.Free(page)));
    }

    private static void AssertFree(Action free) => Assert.Contains("not allocated", Assert.Throws<InvalidOperationException>(free).Message);

    private Ptr<Library.Shelf> Shelf(int number)
    {
        Ptr<Library.Shelf> shelf = _shelves.Allocate();
        shelf.Value.Number = number;
        _allShelves.Add(shelf);
        return shelf;
    }

    private Ptr<Library.Book> Book(int number, params int[] pages)
    {
        Ptr<Library.Book> book = _books.Allocate();
        book.Value.Number = number;
        _allBooks.Add(book);
        foreach (int page in pages)
        {
            book.Value.Pages.AddLast(Page(page));
        }

        return book;
    }

    private Ptr<Library.Page> Page(int number)
    {
        Ptr<Library.Page> page = _pages.Allocate();
        page.Value.Number = number;
        _allPages.Add(page);
        return page;
    }
}
