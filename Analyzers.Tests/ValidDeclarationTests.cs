using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Correct declarations of many shapes: neither an analyzer nor the compiler has a word to say, warnings included.
/// </summary>
public sealed class ValidDeclarationTests
{
    public static TheoryData<string> Sources =>
    [
        // The kernel's shape: owner and element are values, one element is on two lists
        """
        namespace Net;

        public partial struct Connection
        {
            public int Descriptor;
            public ListNode ByAge;
            public ListNode Ready;
        }

        public partial struct Server
        {
            [Contains(typeof(Connection), nameof(Connection.ByAge))] private ListHead _connections;
            [Contains(typeof(Connection), nameof(Connection.Ready))] private ListHead m_readyQueue;

            public void Add(Ptr<Connection> connection)
            {
                Connections.AddLast(connection);
                ReadyQueue.AddLast(connection);
                foreach (Ptr<Connection> other in ReadyQueue.StartingAt(connection))
                {
                    Connection.ByAgeLink.Unlink(other);
                }
            }
        }
        """,

        // Everything private to one class
        """
        public sealed partial class Cache
        {
            [Contains(typeof(Entry), "_node")] private readonly PinnedListHead _recent = new();

            public bool IsEmpty => Recent.IsEmpty;

            private partial struct Entry
            {
                public int Value;
                private ListNode _node;

                public readonly bool IsLinked => _node.IsLinked;
            }

            private partial struct Bucket
            {
                [Contains(typeof(Entry), "_node")] private ListHead _entries;

                public int Sum()
                {
                    int sum = 0;
                    foreach (Ptr<Entry> entry in Entries)
                    {
                        sum += entry.Value.IsLinked ? entry.Value.Value : 0;
                    }

                    return sum;
                }
            }
        }
        """,

        // A generic cache: its entries are as generic as it is
        """
        public sealed partial class Lru<TKey, TValue>
            where TKey : unmanaged, IEquatable<TKey>
            where TValue : unmanaged
        {
            [Contains(typeof(Lru<,>.Entry), nameof(Lru<int, int>.Entry.Node))] private readonly PinnedListHead _entries = new();
            [Contains(typeof(Pair<,>), "Node")] private readonly PinnedListHead _pairs = new();

            public partial struct Entry
            {
                public TKey Key;
                public TValue Value;
                public ListNode Node;
            }

            public Ptr<Entry> Oldest() => Entries.First;

            public Ptr<Pair<TKey, TValue>> Any() => Pairs.First;
        }

        public partial struct Pair<TKey, TValue>
            where TKey : unmanaged, IEquatable<TKey>
            where TValue : unmanaged
        {
            public TKey Key;
            public TValue Value;
            public ListNode Node;
        }

        public partial struct OwnerOfPairs
        {
            [Contains(typeof(Pair<int, long>), "Node")] public ListHead Numbers;
            [Contains(typeof(Pair<Guid, DateTime>), "Node")] public ListHead Dates;
        }
        """,

        // A generic element whose own constraints do not make it unmanaged: closed and open, one link for all
        """
        public struct Element<T, U>
            where U : IComparable<U>
        {
            public T Value;
            public ListNode Node;
        }

        public partial struct Closed
        {
            [Contains(typeof(Element<int, string>), nameof(Element<int, string>.Node))] public ListHead Head;
        }

        public partial class Open<T, U>
            where T : unmanaged
            where U : class, IComparable<U>
        {
            [Contains(typeof(Element<,>), nameof(Element<byte, string>.Node))] private readonly PinnedListHead _first = new();
            [Contains(typeof(Element<long, string>), nameof(Element<byte, string>.Node))] private readonly PinnedListHead _second = new();
        }

        public static class Program
        {
            public static string Link => nameof(IntrusiveLists.Links.Element_2_NodeLink<int, string>);
        }
        """,

        // A tree: its elements own lists of their own kind
        """
        public partial struct TreeNode
        {
            [Contains(typeof(TreeNode), nameof(Sibling))] public ListHead Children;
            public ListNode Sibling;
            public Ptr<TreeNode> Parent;

            public int CountAll()
            {
                int count = 1;
                foreach (Ptr<TreeNode> child in ChildrenList)
                {
                    count += child.Value.CountAll();
                }

                return count;
            }
        }
        """,

        // Owners of every kind
        """
        public partial record Record(int Size) { [Contains(typeof(Foo), "Node")] private readonly PinnedListHead _head = new(); }
        public sealed partial record Derived(int Size) : Record(Size) { [Contains(typeof(Foo), "Node")] private readonly PinnedListHead _head = new(); }
        public partial record struct RecordStruct(int Size) { [Contains(typeof(Foo), "Node")] public ListHead Head; }
        public ref partial struct RefStruct { [Contains(typeof(Foo), "Node")] public ListHead Head; }
        public readonly partial struct ReadOnlyStruct(PinnedListHead head) { [Contains(typeof(Foo), "Node")] private readonly PinnedListHead _head = head; }
        public static partial class StaticClass { [Contains(typeof(Foo), "Node")] private static readonly PinnedListHead s_head = new(); [Contains(typeof(Foo), "Node"), FixedAddressValueType] private static ListHead s_fixed; }
        public abstract partial class AbstractClass { [Contains(typeof(Foo), "Node")] protected readonly PinnedListHead _head = new(); [Contains(typeof(Foo), "Other")] protected internal readonly PinnedListHead _other = new(); }
        public partial interface IInterface { [Contains(typeof(Foo), "Node")] static readonly PinnedListHead Start = new(); }
        public partial class Outer<T> { public partial interface IMiddle<U> { private partial struct Inner { [Contains(typeof(Foo), "Node")] internal ListHead Head; } } }
        public ref partial struct View(ref ListHead head) { [Contains(typeof(Foo), "Node")] private ref ListHead _head = ref head; }
        """,

        // Keywords for names
        """
        namespace @namespace.@class
        {
            public partial struct @struct<@in> where @in : unmanaged
            {
                public @in @value;
                public ListNode @event, @record;
            }

            public partial class @partial<@in> where @in : unmanaged
            {
                [Contains(typeof(@struct<>), "event")] private readonly PinnedListHead @new = new();
                [Contains(typeof(@struct<int>), nameof(@struct<int>.@record), Name = "class")] private readonly PinnedListHead _keyword = new();
                [Contains(typeof(@struct<>), "event")] private readonly PinnedListHead @await = new(), @yield = new();

                public bool IsEmpty => New.IsEmpty && @class.IsEmpty && Await.IsEmpty && Yield.IsEmpty;
            }
        }
        """,

        // Spellings of a tag
        """
        using Alias = Foo;
        using Tag = IntrusiveLists.ContainsAttribute;
        using Head = IntrusiveLists.ListHead;
        using static Names;

        public static class Names { public const string Node = nameof(Foo.Node), Rest = "er"; }

        public partial struct Owner
        {
            [Contains(typeof(Foo), nameof(Foo.Node))] public ListHead A;
            [ContainsAttribute(typeof(Foo), "Node")] public ListHead B;
            [IntrusiveLists.Contains(typeof(global::Foo), nameof(global::Foo.Node))] public IntrusiveLists.ListHead C;
            [global::IntrusiveLists.ContainsAttribute(typeof(Alias), nameof(Alias.Node))] public global::IntrusiveLists.ListHead D;
            [Tag(typeof(Alias), Node)] public Head E;
            [Contains(typeof(Foo), Names.Node)] public ListHead F;
            [Contains(typeof(Foo), "Oth" + Rest)] public ListHead G;
            [Contains(node: "Node", element: typeof(Foo))] public ListHead H;
            [Contains(typeof(Foo), node: @"Node")] public ListHead I;
            [Contains(typeof(Foo), "Node", Name = "Named", Lock = null)] public ListHead J;
            [Contains(typeof(Foo), "Node", Name = null)] public ListHead K;
            [field: Contains(typeof(Foo), "Node")] public ListHead L;
            [Contains(typeof(Foo), "Node"), NonSerialized] public ListHead M, N, O;
            [NonSerialized]
            [Contains(
                typeof(Foo), // the element
                "Node")]
            public ListHead P;
            [Contains((typeof(Foo)), ("\u004eode"))] public ListHead Q;
            [Contains(typeof(Bar), nameof(Bar.Link))] public ListHead R;
        }
        """,

        // One owner in several files
        """
        namespace Parts { public partial struct Owner { [Contains(typeof(Element), "_node")] private ListHead _first; } }
        // file
        namespace Parts { partial struct Owner { public static int Count; } public partial struct Element { public readonly bool IsLinked => _node.IsLinked; } }
        // file
        namespace Parts { partial struct Element { private ListNode _node; } }
        // file
        namespace Parts;

        public static class Program { public static bool IsEmpty(ref Owner owner, ref Element element) => owner.First.IsEmpty && element.IsLinked && Owner.Count == 0; }
        """,

        // Layouts that are right
        """
        [StructLayout(LayoutKind.Explicit, Size = 64)]
        public unsafe partial struct Explicit
        {
            [FieldOffset(0)] public ListNode Node;
            [FieldOffset(16)] public int Integer;
            [FieldOffset(16)] public float Float;
            [FieldOffset(24), Contains(typeof(Explicit), "Node")] public ListHead Head;
            [FieldOffset(40)] public fixed byte Bytes[8];
            [FieldOffset(48)] public SpinLock Gate;
        }

        [StructLayout(LayoutKind.Sequential, Pack = 4)]
        public partial struct Packed
        {
            public int First, Second;
            public ListNode Node;
            [Contains(typeof(Packed), "Node")] public ListHead Head;
        }

        [StructLayout(LayoutKind.Sequential, Pack = 8)]
        public partial struct Loose
        {
            public byte Value;
            public ListNode Node;
            [Contains(typeof(Loose), "Node")] public ListHead Head;
        }

        [StructLayout(LayoutKind.Auto)]
        public partial struct Automatic
        {
            public byte Value;
            public ListNode Node;
            [Contains(typeof(Automatic), "Node")] public ListHead Head;
        }
        """,

        // Locks
        """
        public partial struct One { public SpinLock Gate; [Contains(typeof(Foo), "Node")] public ListHead First; [Contains(typeof(Foo), "Other")] public ListHead Second; }
        public partial struct Two { public SpinLock First, Second; [Contains(typeof(Foo), "Node", Lock = nameof(First))] public ListHead Head; [Contains(typeof(Foo), "Node", Lock = "Second")] public ListHead Other; }
        public partial class Named { private readonly object _gate = new(), _other = new(); [Contains(typeof(Foo), "Node", Lock = nameof(_gate))] private readonly PinnedListHead _head = new(); public override string ToString() => $"{_gate}{_other}"; }
        public partial class Objects { private readonly object _first = new(), _second = new(); [Contains(typeof(Foo), "Node")] private readonly PinnedListHead _head = new(); public override string ToString() => $"{_first}{_second}"; }
        public partial class Both { public static SpinLock Shared; public SpinLock Own; [Contains(typeof(Foo), "Node")] private readonly PinnedListHead _head = new(); [Contains(typeof(Foo), "Node")] private static readonly PinnedListHead s_ready = new(); }
        """,

        // Elements of many shapes
        """
        public enum Colour : byte { Red }
        public struct Point { public double X, Y; }
        [InlineArray(4)] public struct Four { private int _first; }

        public unsafe partial struct Rich : IEquatable<Rich>
        {
            public const string Name = "Rich";
            public static readonly string Text = "";
            public Colour Colour;
            public Point Point;
            public Four Four;
            public fixed long Numbers[4];
            public Rich* Next;
            public delegate*<Rich*, void> Callback;
            public (int, Point) Tuple;
            public int? Maybe;
            public Ptr<Rich> Parent;
            public ListNode Node;

            public int Property { get; set; }

            public readonly bool Equals(Rich other) => other.Property == Property;
        }

        public partial record struct Positional(int Number, Point Point) { public ListNode Node; }
        public partial struct Primary(int number) { public readonly int Number => number; public ListNode Node; }

        public partial struct Owner
        {
            [Contains(typeof(Rich), "Node")] public ListHead Riches;
            [Contains(typeof(Positional), "Node")] public ListHead Positionals;
            [Contains(typeof(Primary), "Node")] public ListHead Primaries;
        }
        """,

        // What is like the library and is not
        """
        namespace Mine
        {
            public struct ListNode { }
            public struct ListHead { public bool IsEmpty; }
            public sealed class ContainsAttribute : Attribute { public ContainsAttribute(Type element, string node) => Value = (element, node); public object Value { get; } }
            public interface IListLink<T> { nint Offset { get; } }
            public struct Link : Mine.IListLink<int> { public nint Offset => 0; }

            public struct Owner
            {
                [Mine.Contains(typeof(string), "Nothing")] public Mine.ListHead Head;
                public readonly Mine.ListNode Node;
                public int Value;
            }
        }

        namespace Acme.System
        {
            public struct Int32 { }
            public partial struct IntrusiveLists { public ListNode Node; }
            public partial class Ptr { [Contains(typeof(IntrusiveLists), "Node")] private readonly PinnedListHead _global = new(); }
        }
        """,

        // Elements of another assembly: with a link, without one, and generic
        """
        public partial struct Owner
        {
            [Contains(typeof(Library.WithLink), "Node")] public ListHead A;
            [Contains(typeof(Library.Plain), "Node")] public ListHead B;
            [Contains(typeof(Library.Generic<int>), "Node")] public ListHead C;
            [Contains(typeof(Library.Outer<long>.Inner), "Node")] public ListHead D;
            [Contains(typeof(Library.WithLink), "Other")] public ListHead E;
            [Contains(typeof(Library.WithLink), "Node")] public ListHead F;

            public void Move() => AList.SpliceLast(FList);
        }

        public partial class Generic<T> where T : unmanaged
        {
            [Contains(typeof(Library.Generic<>), "Node")] private readonly PinnedListHead _head = new();
            [Contains(typeof(Library.Outer<>.Inner), "Node")] private readonly PinnedListHead _other = new();
        }
        // library
        namespace Library
        {
            public partial struct WithLink { public ListNode Node, Other; }
            public struct Plain { public ListNode Node; }
            public struct Generic<T> { public T Value; public ListNode Node; }
            public class Outer<T> { public struct Inner { public T Value; public ListNode Node; } }
            public partial struct Owner { [Contains(typeof(WithLink), "Node")] public ListHead Head; [Contains(typeof(Plain), "Node")] public ListHead Plains; }
        }
        """,

        // Another assembly that shares its internals
        """
        public partial struct Owner
        {
            [Contains(typeof(Library.Plain), "Node")] internal ListHead A;
            [Contains(typeof(Library.Partial), "Node")] internal ListHead B;
            [Contains(typeof(Library.Partial), "Other")] internal ListHead C;
        }
        // library
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("TestProject")]

        namespace Library
        {
            internal struct Plain { internal ListNode Node; }
            internal partial struct Partial { internal ListNode Node, Other; }
            internal partial struct Owner { [Contains(typeof(Plain), "Node")] internal ListHead Plains; [Contains(typeof(Partial), "Node")] internal ListHead Partials; }
        }
        """,

        // Accessibility follows the field, the element and the link
        """
        internal partial struct Hidden { public ListNode Node; }

        public partial class Base
        {
            protected partial struct Protected { public ListNode Node; }
            private protected partial struct Narrow { public ListNode Node; }
            private partial struct Private { public ListNode Node; }

            [Contains(typeof(Hidden), "Node")] public readonly PinnedListHead A = new();
            [Contains(typeof(Protected), "Node")] protected readonly PinnedListHead _b = new();
            [Contains(typeof(Narrow), "Node")] internal readonly PinnedListHead C = new();
            [Contains(typeof(Private), "Node")] public readonly PinnedListHead D = new();
            [Contains(typeof(Foo), "Node")] public readonly PinnedListHead E = new();

            protected partial class Nested
            {
                [Contains(typeof(Protected), "Node")] public readonly PinnedListHead A = new();
                [Contains(typeof(Private), "Node")] protected internal readonly PinnedListHead B = new();
            }
        }

        public partial class Derived : Base
        {
            [Contains(typeof(Protected), "Node")] public readonly PinnedListHead F = new();
            [Contains(typeof(Narrow), "Node")] private protected readonly PinnedListHead _g = new();
        }
        """,

        // Directives and contexts
        """
        #nullable disable
        #pragma warning disable CS1591
        public partial class Owner
        {
        #if DEBUG
            [Contains(typeof(Missing), "Node")] private ListHead _missing;
        #else
            [Contains(typeof(Foo), "Node")] private readonly PinnedListHead _head = new();
        #endif
        #region Other
            [Contains(typeof(Foo), "Other")] private readonly PinnedListHead _other;
        #endregion

            public Owner() => _other = new PinnedListHead();
        }
        """,

        // Arguments that are unmanaged and do not meet the constraint, and parameters with the names of constraints
        """
        public partial struct Maybe<T> { public T Value; public ListNode Node; }
        public struct Named<@unmanaged, @notnull> where @notnull : struct { public @unmanaged Value; public ListNode Node; }

        public partial struct Owner
        {
            [Contains(typeof(Maybe<int?>), "Node")] private ListHead _nullable;
            [Contains(typeof(Maybe<int>), "Node")] private ListHead _plain;
            [Contains(typeof(Named<int, long>), "Node")] private ListHead _words;

            public void Add(Ptr<Maybe<int?>> nullable, Ptr<Maybe<int>> plain, Ptr<Named<int, long>> named)
            {
                Nullable.AddLast(nullable);
                Plain.AddLast(plain);
                Words.AddLast(named);
            }
        }
        """,
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public Task IsAccepted(string source) => Verify.ReportsAsync(source, CompilerDiagnostics.Warnings);
}
