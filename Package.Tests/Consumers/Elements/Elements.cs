using IntrusiveLists;

namespace Elements;

public partial struct Item
{
    public int Number;
    public ListNode Node;
    internal ListNode Hidden;
}

public struct Plain
{
    public int Number;
    public ListNode Node;
    public ListNode OwnedHere;
}

internal partial struct Secret
{
    public int Number;
    public ListNode Node;
}

// The library's own links, which its users name too.
public partial class Shelf
{
    [Contains(typeof(Item), nameof(Item.Node))] public readonly PinnedListHead ItemHead = new();
    [Contains(typeof(Secret), nameof(Secret.Node))] internal readonly PinnedListHead SecretHead = new();
    [Contains(typeof(Plain), nameof(Plain.OwnedHere))] internal readonly PinnedListHead PlainHead = new();
}

// An owner whose elements hold what its user chooses.
public partial class Backlog<T>
    where T : unmanaged
{
    [Contains(typeof(Backlog<>.Entry), nameof(Backlog<int>.Entry.Node))] public readonly PinnedListHead EntryHead = new();

    public partial struct Entry
    {
        public T Value;
        public ListNode Node;
    }
}
