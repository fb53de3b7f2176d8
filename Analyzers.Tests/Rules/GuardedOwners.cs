namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Owners with locks of every kind, for the tests of the rules about locks.
/// </summary>
internal static class GuardedOwners
{
    private const string Source = """

        // file
        public partial struct Word
        {
            public int Count;
            public ListLock Lock;
            [Contains(typeof(Foo), "Node")] private ListHead _items;
            [Contains(typeof(Bar), "Link")] private ListHead _bars;
        }
        // file
        public partial class Queue
        {
            private readonly object _gate = new();
            [Contains(typeof(Foo), "Node", Lock = nameof(_gate))] private readonly PinnedListHead _ready = new();
        }
        // file
        public partial class Server
        {
            public ListLock Lock;
            [Contains(typeof(Foo), "Node")] private readonly PinnedListHead _ready = new();
        }
        // file
        public partial class Modern
        {
            private readonly Lock _lock = new();
            [Contains(typeof(Foo), "Node")] private readonly PinnedListHead _ready = new();
        }
        // file
        public partial class Pair
        {
            internal ListLock _first;
            internal ListLock _second;
            [Contains(typeof(Foo), "Node", Lock = nameof(_first))] private readonly PinnedListHead _ready = new();
            [Contains(typeof(Foo), "Other", Lock = nameof(_second))] private readonly PinnedListHead _done = new();
        }
        // file
        public static partial class Globals
        {
            internal static ListLock s_lock;
            [Contains(typeof(Foo), "Node")] private static readonly PinnedListHead s_items = new();
        }
        // file
        public partial class Bucket<T> where T : unmanaged
        {
            public T Key;
            private SpinLock _lock;
            [Contains(typeof(Foo), "Node")] private readonly PinnedListHead _items = new();
        }
        // file
        [InlineArray(4)] public struct Slots { private ListHead _first; }
        // file
        public partial struct Wheel
        {
            public ListLock Lock;
            [Contains(typeof(Foo), "Node")] private Slots _slots;
        }
        // file
        internal delegate Server.LockGuard Enter();
        // file
        public static class Sink
        {
            public static void Use<T>(T value) { }
            public static void Use(IntrusiveList<Foo, Foo.NodeLink> list) { }
            public static void Run(Action action) => action();
        }
        // file
        namespace System.Threading { public sealed class Lock { public void Enter() { } public void Exit() { } } }
        """;

    /// <summary>Returns the statements as the body of a method that has every kind of owner.</summary>
    public static string Method(string statements) => Member(
        $"static void M(ref Word word, Ptr<Word> pointer, Queue queue, Server server, Server other, Modern modern, Pair pair, Bucket<int> bucket, ref Wheel wheel, ValueMap<int, Word> map, Ptr<Foo> foo, NativePool<Foo> pool, bool condition) {{ {statements} }}");

    /// <summary>Returns the members as those of a class, and types beside it.</summary>
    public static string Member(string members, string types = "") => $"static partial class Test {{ {members} }} {types}" + Source;
}
