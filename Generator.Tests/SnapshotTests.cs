using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Snapshots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// What is generated, one test for each feature. Every output also compiles with warnings as errors, as C# 9 and as the newest C#, without unsafe code;
/// where the program is C# 7.3, so is what is generated.
/// </summary>
public sealed class SnapshotTests
{
    private const int LargestSizePerHead = 4096;

    [Fact]
    public void StructOwner() => Verify("""
        using IntrusiveLists;

        namespace Network
        {
            public partial struct Connection
            {
                public int Descriptor;
                public ListNode ByAge;
                public ListNode Ready;
            }

            public partial struct Server
            {
                [Contains(typeof(Connection), nameof(Connection.ByAge))] private ListHead _connections;
                [Contains(typeof(Connection), nameof(Connection.Ready))] public ListHead ReadyQueue;
            }
        }
        """);

    [Fact]
    public void ClassOwner() => Verify("""
        using IntrusiveLists;

        public partial struct Entry
        {
            internal ListNode node;
        }

        public partial class Cache
        {
            [Contains(typeof(Entry), "node")] protected readonly PinnedListHead m_byUse = new PinnedListHead();
        }
        """);

    [Fact]
    public void StaticHead() => Verify("""
        using System.Runtime.CompilerServices;
        using IntrusiveLists;

        public partial struct Entry
        {
            public ListNode Node;
        }

        public static partial class Globals
        {
            [FixedAddressValueType]
            [Contains(typeof(Entry), nameof(Entry.Node))] private static ListHead s_all;
        }

        public partial interface IVariant<in TInput, out TOutput>
        {
            [FixedAddressValueType]
            [Contains(typeof(Entry), nameof(Entry.Node))] private static ListHead s_all;
        }
        """);

    [Fact]
    public void GuardedStructOwner() => Verify("""
        using IntrusiveLists;

        public partial struct Posting
        {
            public ListNode ByWord;
            public ListNode ByDocument;
        }

        public partial struct Word
        {
            public ListLock Lock;
            [Contains(typeof(Posting), nameof(Posting.ByWord))] public ListHead _postings;
            [Contains(typeof(Posting), nameof(Posting.ByWord))] private ListHead _stale;
        }

        public partial struct Document
        {
            [Contains(typeof(Posting), nameof(Posting.ByDocument))] private ListHead _postings;
        }
        """);

    [Fact]
    public void GuardedGenericOwner() => Verify("""
        using IntrusiveLists;

        public partial struct Entry<T>
            where T : unmanaged
        {
            public T Value;
            public ListNode Node;
        }

        public partial struct Bucket<T>
            where T : unmanaged
        {
            private System.Threading.SpinLock _spin;
            [Contains(typeof(Entry<>), "Node")] private ListHead _entries;

            public int DrainEntries() => 0;
        }
        """);

    [Fact]
    public void GuardedClassOwner() => Verify("""
        using IntrusiveLists;

        public partial struct Job
        {
            public ListNode Node;
        }

        public partial class Queue
        {
            private readonly object _gate = new object();
            private ListLock _lock;
            [Contains(typeof(Job), nameof(Job.Node), Lock = nameof(_gate))] public readonly PinnedListHead Waiting = new PinnedListHead();
            [Contains(typeof(Job), nameof(Job.Node), Lock = nameof(_gate))] private readonly PinnedListHead _done = new PinnedListHead();
            [Contains(typeof(Job), nameof(Job.Node), Lock = nameof(_lock))] private readonly PinnedListHead _running = new PinnedListHead();
        }
        """);

    [Fact]
    public void GuardedPrivateElements() => Verify("""
        using IntrusiveLists;

        public partial class Lru<TKey>
            where TKey : notnull
        {
            private ListLock _lock;
            [Contains(typeof(Lru<>.Entry), "Node")] private readonly PinnedListHead _entries = new PinnedListHead();

            private partial struct Entry
            {
                public ListNode Node;
            }
        }
        """);

    [Fact]
    public void GuardedStaticHead() => Verify("""
        using System.Runtime.CompilerServices;
        using IntrusiveLists;

        public partial struct Entry
        {
            public ListNode Node;
        }

        public static partial class Globals
        {
            private static ListLock s_lock;

            [FixedAddressValueType]
            [Contains(typeof(Entry), nameof(Entry.Node))] private static ListHead s_all;
        }
        """);

    [Fact]
    public void ArraysOfHeads() => Verify("""
        using System.Runtime.CompilerServices;
        using IntrusiveLists;

        public partial struct Timer
        {
            public ListNode Node;
        }

        [InlineArray(64)]
        public struct Slots
        {
            private ListHead _first;
        }

        public partial struct Wheel
        {
            [Contains(typeof(Timer), nameof(Timer.Node))] private Slots _slots;
        }

        public partial struct SharedWheel
        {
            private ListLock _lock;
            [Contains(typeof(Timer), nameof(Timer.Node))] private Slots _slots;
        }
        """);

    [Fact]
    public void NestedInGenericOwner() => Verify("""
        using IntrusiveLists;

        namespace Caches
        {
            public partial class Lru<TKey>
                where TKey : notnull
            {
                [Contains(typeof(Lru<>.Entry), nameof(Lru<int>.Entry.Node))] private readonly PinnedListHead _byUse = new PinnedListHead();

                private partial struct Entry
                {
                    public ListNode Node;
                }
            }
        }
        """);

    [Fact]
    public void AsGenericAsOwner() => Verify("""
        using IntrusiveLists;

        public partial struct Entry<T>
            where T : unmanaged
        {
            public T Value;
            public ListNode Node;
        }

        public partial struct Owner<T>
            where T : unmanaged
        {
            [Contains(typeof(Entry<>), "Node")] private ListHead _entries;
        }
        """);

    [Fact]
    public void ClosedGenericElements() => Verify("""
        using IntrusiveLists;

        public partial struct Generic<T>
            where T : unmanaged
        {
            public T Value;
            public ListNode Node;
        }

        public partial struct Owner
        {
            [Contains(typeof(Generic<int>), "Node")] private ListHead _ints;
            [Contains(typeof(Generic<long>), "Node")] private ListHead _longs;
        }
        """);

    [Fact]
    public void ElementThatIsNotPartial() => Verify("""
        using IntrusiveLists;

        namespace Geometry
        {
            public struct Point_3
            {
                public ListNode node_1;
            }

            public partial struct Scene
            {
                [Contains(typeof(Point_3), nameof(Point_3.node_1))] public ListHead Points;
            }
        }
        """);

    [Fact]
    public void GenericElementsThatAreNotPartial() => Verify("""
        using System;
        using IntrusiveLists;

        public struct Constrained<T, TKey>
            where T : unmanaged, IComparable<T>
            where TKey : struct
        {
            public T Value;
            public ListNode Node;
        }

        public struct Unconstrained<T>
        {
            public T Value;
            public ListNode Node;
        }

        public partial struct Owner
        {
            [Contains(typeof(Constrained<int, long>), "Node")] private ListHead _constrained;
            [Contains(typeof(Unconstrained<int>), "Node")] private ListHead _ints;
            [Contains(typeof(Unconstrained<Unconstrained<byte>>), "Node")] private ListHead _nested;
        }
        """);

    [Fact]
    public void ElementOfAnotherAssembly() => Verify(
        """
        using IntrusiveLists;

        public partial struct Owner
        {
            [Contains(typeof(Elements.Linked), "Node")] private ListHead _reusesLink;
            [Contains(typeof(Elements.Linked), "Other")] private ListHead _makesLink;
        }
        """,
        Sources.Library("Elements", """
            using IntrusiveLists;

            namespace Elements
            {
                public partial struct Linked
                {
                    public ListNode Node;
                    public ListNode Other;
                }

                public partial struct Owner
                {
                    [Contains(typeof(Linked), "Node")] public ListHead Items;
                }
            }
            """));

    [Fact]
    public void KeywordsAndNoNamespace() => Verify("""
        using IntrusiveLists;

        public partial struct @struct
        {
            public ListNode @event;
        }

        public partial struct @class
        {
            [Contains(typeof(@struct), nameof(@struct.@event))] private ListHead @int;
            [Contains(typeof(@struct), "event", Name = "new")] private ListHead @field;

            public partial struct @in<@out>
            {
                [Contains(typeof(@struct), "event")] private ListHead @value;
            }
        }

        namespace @namespace.@using
        {
            public partial struct Owner
            {
                [Contains(typeof(@struct), "event")] private ListHead _items;
            }
        }
        """);

    [Fact]
    public void PrivateElementOfPrivateOwner() => Verify("""
        using IntrusiveLists;

        public partial class Outer
        {
            private partial struct Element
            {
                private ListNode _node;
            }

            [Contains(typeof(Element), "_node")] private readonly PinnedListHead _items = new PinnedListHead();

            private partial struct Owner
            {
                [Contains(typeof(Element), "_node")] public ListHead Items;
            }
        }
        """);

    [Fact]
    public void NestedInEveryKindOfType() => Verify("""
        using IntrusiveLists;

        public partial struct Element
        {
            public ListNode Node;
        }

        public partial interface IOuter<T>
        {
            public partial class Middle
            {
                public partial record Inner
                {
                    [Contains(typeof(Element), nameof(Element.Node))] private readonly PinnedListHead _items = new PinnedListHead();
                }
            }
        }

        public ref partial struct OnStack
        {
            [Contains(typeof(Element), nameof(Element.Node))] private ListHead _items;
        }
        """);

    [Fact]
    public void PropertyThatWouldHideItsElement() => Verify("""
        using IntrusiveLists;

        public partial struct Job
        {
            public ListNode Node;
        }

        public partial class Outer
        {
            [Contains(typeof(Job), nameof(Job.Node))] private readonly PinnedListHead _job = new PinnedListHead();

            private partial class Nested
            {
                [Contains(typeof(Job), nameof(Job.Node))] private readonly PinnedListHead _jobs = new PinnedListHead();
            }
        }
        """);

    [Fact]
    public void OwnerThatHidesInheritedMembers() => Verify("""
        using IntrusiveLists;

        public partial struct Element
        {
            public ListNode Node;
        }

        public abstract partial class Base
        {
            public virtual int Waiting => 0;

            public abstract int Ready { get; }

            private ListLock _gate;
            [Contains(typeof(Element), nameof(Element.Node))] public readonly PinnedListHead _items = new PinnedListHead();
        }

        public abstract partial class Owner : Base
        {
            private ListLock _lock;
            [Contains(typeof(Element), nameof(Element.Node))] public readonly PinnedListHead m_items = new PinnedListHead();
            [Contains(typeof(Element), nameof(Element.Node))] public static readonly PinnedListHead s_toString = new PinnedListHead(), s_equals = new PinnedListHead(), s_getType = new PinnedListHead();
            [Contains(typeof(Element), nameof(Element.Node))] public static readonly PinnedListHead s_waiting = new PinnedListHead();
            [Contains(typeof(Element), nameof(Element.Node))] private static readonly PinnedListHead s_ready = new PinnedListHead();
        }
        """);

    [Fact]
    public void WrongTagStillHasItsLinks() => Verify(Compile(LanguageVersion.Latest, [], """
        using IntrusiveLists;

        public partial struct Element
        {
            public int Value;
            public ListNode Node;
            public ListNode Other;
        }

        public partial struct Owner
        {
            [Contains(typeof(Element), "Nod")] private ListHead _typo;
        }
        """));

    [Fact]
    public void RecordElements()
    {
        // Record structs are newer than C# 9.
        GeneratorRun run = Compile(LanguageVersion.Latest, [], """
            using IntrusiveLists;

            public partial record struct Element(int Value)
            {
                public ListNode Node;
            }

            public partial record class Owner
            {
                [Contains(typeof(Element), nameof(Element.Node))] private readonly PinnedListHead _items = new();
            }
            """);
        Assert.Empty(ErrorsOf(run));
        Verify(run);
    }

    private static void Verify(string source, MetadataReference? library = null, [System.Runtime.CompilerServices.CallerMemberName] string method = "")
    {
        MetadataReference[] libraries = library is null ? [] : [library];
        Assert.Empty(ErrorsOf(Compile(LanguageVersion.CSharp9, libraries, source)));
        AssertCompilesAsItsProgram(Compile(LanguageVersion.CSharp7_3, libraries, source));
        GeneratorRun run = Compile(LanguageVersion.Preview, libraries, source);
        Assert.Empty(ErrorsOf(run));
        Verify(run, method);
    }

    private static void Verify(GeneratorRun run, [System.Runtime.CompilerServices.CallerMemberName] string method = "")
    {
        Snapshot.Verify(run.Files, method: method);
        int heads = run.Output.SyntaxTrees.Sum(tree => tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>().Count(attribute => attribute.Name.ToString() == "Contains"));
        Assert.All(run.Files, file => Assert.InRange(file.Text.Length, 1, LargestSizePerHead * System.Math.Max(heads, LinksIn(file.Text))));
    }

    private static void AssertCompilesAsItsProgram(GeneratorRun run)
    {
        ILookup<bool, Diagnostic> errors = ErrorsOf(run).ToLookup(error => run.Result.GeneratedSources.Any(file => file.SyntaxTree == error.Location.SourceTree));
        Assert.True(errors[false].Any() || !errors[true].Any(), string.Join('\n', errors[true]));
    }

    private static int LinksIn(string text) => text.Split(" readonly struct ").Length - 1;

    private static GeneratorRun Compile(LanguageVersion version, MetadataReference[] libraries, string source) =>
        GeneratorRun.Of(Sources.Compile("Test", version, [.. Sources.References, .. libraries], source));

    // Unused heads and nodes are what the suppressors are for.
    private static IEnumerable<Diagnostic> ErrorsOf(GeneratorRun run) =>
        run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden && diagnostic.Id is not ("CS0169" or "CS0649"));
}
