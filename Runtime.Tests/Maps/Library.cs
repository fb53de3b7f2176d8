#if NET
using System.Runtime.CompilerServices;
#endif

namespace IntrusiveLists.Tests.Maps;

/// <summary>A value that owns shelves, which own books, which own pages; and more books directly.</summary>
public partial struct Library
{
    public ListLock Lock;

#if NET
    [Contains(typeof(Shelf), nameof(Shelf.Node))]
    private ShelfArray _shelves;
#else
    // Older frameworks have no inline arrays.
    [Contains(typeof(Shelf), nameof(Shelf.Node))]
    private ListHead _lowerShelves;

    [Contains(typeof(Shelf), nameof(Shelf.Node))]
    private ListHead _upperShelves;
#endif

    [Contains(typeof(Book), nameof(Book.ByLibrary))]
    private ListHead _books;

    /// <summary>Books of other libraries.</summary>
    [Contains(typeof(Book), nameof(Book.ByReader))]
    private ListHead _lent;

#if NET
    internal static IntrusiveList<Shelf, Shelf.NodeLink> Shelves(in LockGuard guard, int floor) => guard.Shelves[floor];

    [InlineArray(2)]
    public struct ShelfArray
    {
        private ListHead _first;
    }
#else
    internal static IntrusiveList<Shelf, Shelf.NodeLink> Shelves(in LockGuard guard, int floor) => floor == 0 ? guard.LowerShelves : guard.UpperShelves;
#endif

    public partial struct Shelf
    {
        public int Number;
        public ListNode Node;

        [Contains(typeof(Book), nameof(Book.ByShelf))]
        private ListHead _books;

        [Contains(typeof(Page), nameof(Page.Node))]
        private ListHead _loose;
    }

    public partial struct Book
    {
        public ListNode ByShelf;
        public ListNode ByLibrary;
        public ListNode ByReader;
        public int Number;

        [Contains(typeof(Page), nameof(Page.Node))]
        private ListHead _pages;
    }

    public partial struct Page
    {
        public int Number;
        public ListNode Node;
    }
}
