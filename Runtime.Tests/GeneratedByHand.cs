using System.Runtime.CompilerServices;

namespace IntrusiveLists.Tests;

// What the source generator adds to the elements and owners of these tests.

public partial struct Item : IRecordProvider
{
    void IRecordProvider.Describe(IntrusiveRecordBuilder record)
    {
        record.AddNode<Item, NodeLink>();
        record.AddNode<Item, OtherLink>();
    }

    public readonly struct NodeLink : IListLink<Item>
    {
        public nint Offset
        {
            get
            {
                byte probe = 0;
                ref Item at = ref Unsafe.As<byte, Item>(ref probe);
                return Unsafe.ByteOffset(ref Unsafe.As<Item, byte>(ref at), ref Unsafe.As<ListNode, byte>(ref at.Node));
            }
        }

        public string NodeName => "Node";

        public static Ptr<Item> ContainerOf(Ptr<ListNode> node) => ListLink.ContainerOf<Item, NodeLink>(node);

        public static Ptr<ListNode> NodeOf(Ptr<Item> element) => ListLink.NodeOf<Item, NodeLink>(element);

        public static bool IsLinked(Ptr<Item> element) => ListLink.IsLinked<Item, NodeLink>(element);

        public static void Unlink(Ptr<Item> element) => ListLink.Unlink<Item, NodeLink>(element);
    }

    public readonly struct OtherLink : IListLink<Item>
    {
        public nint Offset
        {
            get
            {
                byte probe = 0;
                ref Item at = ref Unsafe.As<byte, Item>(ref probe);
                return Unsafe.ByteOffset(ref Unsafe.As<Item, byte>(ref at), ref Unsafe.As<ListNode, byte>(ref at.Other));
            }
        }

        public string NodeName => "Other";

        public static Ptr<Item> ContainerOf(Ptr<ListNode> node) => ListLink.ContainerOf<Item, OtherLink>(node);

        public static Ptr<ListNode> NodeOf(Ptr<Item> element) => ListLink.NodeOf<Item, OtherLink>(element);

        public static bool IsLinked(Ptr<Item> element) => ListLink.IsLinked<Item, OtherLink>(element);

        public static void Unlink(Ptr<Item> element) => ListLink.Unlink<Item, OtherLink>(element);
    }
}

public partial struct Owner
{
    internal IntrusiveList<Item, Item.NodeLink> Items => IntrusiveList<Item, Item.NodeLink>.FromHead(ref _items);

    internal IntrusiveList<Item, Item.OtherLink> Others => IntrusiveList<Item, Item.OtherLink>.FromHead(ref _others);
}

public sealed partial class PinnedOwner
{
    internal IntrusiveList<Item, Item.NodeLink> Items => IntrusiveList<Item, Item.NodeLink>.FromHead(_items);

    internal IntrusiveList<Item, Item.OtherLink> Others => IntrusiveList<Item, Item.OtherLink>.FromHead(_others);
}

public partial struct PageItem : IRecordProvider
{
    readonly void IRecordProvider.Describe(IntrusiveRecordBuilder record) => record.AddNode<PageItem, NodeLink>();

    public readonly struct NodeLink : IListLink<PageItem>
    {
        public nint Offset
        {
            get
            {
                byte probe = 0;
                ref PageItem at = ref Unsafe.As<byte, PageItem>(ref probe);
                return Unsafe.ByteOffset(ref Unsafe.As<PageItem, byte>(ref at), ref Unsafe.As<ListNode, byte>(ref at.Node));
            }
        }

        public string NodeName => "Node";

        public static Ptr<PageItem> ContainerOf(Ptr<ListNode> node) => ListLink.ContainerOf<PageItem, NodeLink>(node);

        public static Ptr<ListNode> NodeOf(Ptr<PageItem> element) => ListLink.NodeOf<PageItem, NodeLink>(element);

        public static bool IsLinked(Ptr<PageItem> element) => ListLink.IsLinked<PageItem, NodeLink>(element);

        public static void Unlink(Ptr<PageItem> element) => ListLink.Unlink<PageItem, NodeLink>(element);
    }
}

public partial struct PageOwner
{
    internal IntrusiveList<PageItem, PageItem.NodeLink> Items => IntrusiveList<PageItem, PageItem.NodeLink>.FromHead(ref _items);
}

public partial struct FarItem : IRecordProvider
{
    readonly void IRecordProvider.Describe(IntrusiveRecordBuilder record) => record.AddNode<FarItem, NodeLink>();

    public readonly struct NodeLink : IListLink<FarItem>
    {
        public nint Offset
        {
            get
            {
                byte probe = 0;
                ref FarItem at = ref Unsafe.As<byte, FarItem>(ref probe);
                return Unsafe.ByteOffset(ref Unsafe.As<FarItem, byte>(ref at), ref Unsafe.As<ListNode, byte>(ref at.Node));
            }
        }

        public string NodeName => "Node";

        public static Ptr<FarItem> ContainerOf(Ptr<ListNode> node) => ListLink.ContainerOf<FarItem, NodeLink>(node);

        public static Ptr<ListNode> NodeOf(Ptr<FarItem> element) => ListLink.NodeOf<FarItem, NodeLink>(element);

        public static bool IsLinked(Ptr<FarItem> element) => ListLink.IsLinked<FarItem, NodeLink>(element);

        public static void Unlink(Ptr<FarItem> element) => ListLink.Unlink<FarItem, NodeLink>(element);
    }
}

public partial struct FarOwner
{
    internal IntrusiveList<FarItem, FarItem.NodeLink> Items => IntrusiveList<FarItem, FarItem.NodeLink>.FromHead(ref _items);
}

public static partial class Cache<TKey, TValue>
{
    public partial struct Entry<TTag> : IRecordProvider
    {
        readonly void IRecordProvider.Describe(IntrusiveRecordBuilder record) => record.AddNode<Entry<TTag>, NodeLink>();

        public readonly struct NodeLink : IListLink<Entry<TTag>>
        {
            public nint Offset
            {
                get
                {
                    byte probe = 0;
                    ref Entry<TTag> at = ref Unsafe.As<byte, Entry<TTag>>(ref probe);
                    return Unsafe.ByteOffset(ref Unsafe.As<Entry<TTag>, byte>(ref at), ref Unsafe.As<ListNode, byte>(ref at.Node));
                }
            }

            public string NodeName => "Node";

            public static Ptr<Entry<TTag>> ContainerOf(Ptr<ListNode> node) => ListLink.ContainerOf<Entry<TTag>, NodeLink>(node);

            public static Ptr<ListNode> NodeOf(Ptr<Entry<TTag>> element) => ListLink.NodeOf<Entry<TTag>, NodeLink>(element);

            public static bool IsLinked(Ptr<Entry<TTag>> element) => ListLink.IsLinked<Entry<TTag>, NodeLink>(element);

            public static void Unlink(Ptr<Entry<TTag>> element) => ListLink.Unlink<Entry<TTag>, NodeLink>(element);
        }
    }
}

public partial struct CacheOwner
{
    internal IntrusiveList<Cache<int, long>.Entry<byte>, Cache<int, long>.Entry<byte>.NodeLink> Entries =>
        IntrusiveList<Cache<int, long>.Entry<byte>, Cache<int, long>.Entry<byte>.NodeLink>.FromHead(ref _entries);
}
