using System;
using System.Linq;

namespace IntrusiveLists.Tests;

/// <summary>Elements and owners for one test, with lists over both nodes of the elements.</summary>
internal sealed unsafe class World : IDisposable
{
    private readonly Arena _arena;
    private readonly Ptr<Owner>[] _owners;

    /// <summary>Creates unlinked elements, ranked as they are numbered, and empty lists.</summary>
    /// <param name="elements">The number of elements.</param>
    /// <param name="heads">The kind of each list's head.</param>
    public World(int elements, params HeadKind[] heads)
    {
        _arena = new Arena((elements * Arena.SizeOf<Item>()) + (heads.Length * Arena.SizeOf<Owner>()));
        Elements = _arena.Allocate<Item>(elements);
        for (int key = 0; key < elements; key++)
        {
            Elements[key].Value.Key = key;
        }

        Rank(key => key);
        _owners = _arena.Allocate<Owner>(heads.Length);
        PinnedOwner?[] pinned = [.. heads.Select(kind => kind == HeadKind.Pinned ? new PinnedOwner() : null)];
        Nodes = new ListGroup<Item.NodeLink>(Elements, _owners.Zip(pinned, AccessToItems));
        Others = new ListGroup<Item.OtherLink>(Elements, _owners.Zip(pinned, AccessToOthers));
        Touch(heads);
    }

    public Ptr<Item>[] Elements { get; }

    public ListGroup<Item.NodeLink> Nodes { get; }

    public ListGroup<Item.OtherLink> Others { get; }

    public Ptr<Item> this[int key] => Elements[key];

    public void Rank(Func<int, int> rank)
    {
        foreach (Ptr<Item> element in Elements)
        {
            element.Value.Rank = rank(element.Value.Key);
        }
    }

    /// <summary>Returns the head of a list over <see cref="Item.Node"/> as it lies in a struct owner.</summary>
    public RawNode* Head(int list) => (RawNode*)&_owners[list].Pointer->_items;

    /// <summary>Copies every byte of the elements and of the struct owners.</summary>
    public byte[] Snapshot() => _arena.Snapshot();

    public void Restore(byte[] snapshot) => _arena.Restore(snapshot);

    public void Dispose() => _arena.Dispose();

    private static ListAccess<Item.NodeLink> AccessToItems(Ptr<Owner> owner, PinnedOwner? pinned) => pinned == null
        ? new(() => owner.Value.Items, () => owner.Value._items.IsEmpty)
        : new(() => pinned.Items, () => pinned._items.IsEmpty);

    private static ListAccess<Item.OtherLink> AccessToOthers(Ptr<Owner> owner, PinnedOwner? pinned) => pinned == null
        ? new(() => owner.Value.Others, () => owner.Value._others.IsEmpty)
        : new(() => pinned.Others, () => pinned._others.IsEmpty);

    private void Touch(HeadKind[] heads)
    {
        for (int list = 0; list < heads.Length; list++)
        {
            if (heads[list] == HeadKind.Initialized)
            {
                Touch(Nodes[list]);
                Touch(Others[list]);
            }
        }
    }

    private void Touch<TLink>(IntrusiveList<Item, TLink> list)
        where TLink : unmanaged, IListLink<Item>
    {
        list.AddLast(Elements[0]);
        list.Remove(Elements[0]);
    }
}
