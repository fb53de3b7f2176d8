using System;
using System.Collections.Generic;
using Xunit;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// What a user reads in a build.
/// </summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Foo = """
        using IntrusiveLists;

        public partial struct Foo { public int Value; public ListNode Node; public ListNode Other; }
        public partial struct Bar { public int Value; public ListNode Link; }

        """;

    // A signature that names the link is an error in a declaration where there is no link, and would silence the analyzers.
    private const string Signature = """

        public static class User
        {
            public static int Count(IntrusiveList<Foo, Foo.NodeLink> list) => list.Count();
        }
        """;

    private readonly CommandLine _compiler = new();

    public void Dispose() => _compiler.Dispose();

    [Theory]
    [InlineData("""[Contains(typeof(Foo), "Nod")] private ListHead _items;""", "ILIST004")]
    [InlineData("""[Contains(typeof(Foo), nameof(Foo.Value))] private ListHead _items;""", "ILIST005")]
    [InlineData("""[Contains(typeof(Bar), nameof(Foo.Node))] private ListHead _items;""", "ILIST004")]
    [InlineData("""[Contains(typeof(string), nameof(Foo.Node))] private ListHead _items;""", "ILIST003")]
    [InlineData("""[Contains(typeof(Foo), nameof(Foo.Node))] private readonly ListHead _items;""", "ILIST009")]
    [InlineData("""[Contains(typeof(Foo), nameof(Foo.Node))] private int _items;""", "ILIST002")]
    [InlineData("""[Contains(typeof(Foo), nameof(Foo.Node))] private PinnedListHead[] _items = null!;""", "ILIST002")]
    [InlineData("""[Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _items; public int Items;""", "ILIST014")]
    [InlineData("""[Contains(typeof(Foo), nameof(Foo.Node), Name = "1")] private ListHead _items;""", "ILIST014")]
    [InlineData("""private ListHead _bare; [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _items;""", "ILIST001")]
    public void WrongTagBesideSignatureIsReported(string head, string rule)
    {
        IReadOnlyList<string> lines = _compiler.Compile($"{Foo}public partial struct Owner {{ public Owner() {{ }} {head} }}{Signature}");
        Assert.Contains(lines, line => line.Contains($"error {rule}:", StringComparison.Ordinal));

        // Fields that are never used, since they have no list.
        Assert.DoesNotContain(lines, line => line.Contains("error CS", StringComparison.Ordinal) && !line.Contains("CS0169", StringComparison.Ordinal) && !line.Contains("CS0414", StringComparison.Ordinal));
    }

    [Fact]
    public void OwnerThatIsNotPartialIsReported()
    {
        IReadOnlyList<string> lines = _compiler.Compile($"{Foo}public struct Owner {{ [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _items; }}{Signature}");
        string line = Assert.Single(lines);
        Assert.Contains("Source.cs(5,15): error ILIST008: 'Owner' must be partial", line, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongTagBesideSignatureWithALinkThatIsNotNestedIsReported()
    {
        IReadOnlyList<string> lines = _compiler.Compile("""
            using IntrusiveLists;
            public struct Foo { public ListNode Node; }
            public partial struct Owner { [Contains(typeof(Foo), "Nod")] private ListHead _items; }
            public static class User { internal static int Count(IntrusiveList<Foo, IntrusiveLists.Links.Foo_NodeLink> list) => list.Count(); }
            """);
        Assert.Contains("error ILIST004:", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void ReadOnlyNodeIsReported()
    {
        IReadOnlyList<string> lines = _compiler.Compile("""
            using IntrusiveLists;
            public partial struct Foo { public readonly ListNode Node; }
            public partial struct Owner { [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _items; }
            """ + Signature);
        Assert.Contains("error ILIST009: 'Foo.Node'", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void WrongElementIsReportedBesideTheCompilersError()
    {
        IReadOnlyList<string> lines = _compiler.Compile(Foo + """
            public partial struct Owner { [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _items; }
            public static class User
            {
                public static void Add(ref Owner owner, Ptr<Bar> bar) => owner.Items.AddLast(bar);
            }
            """);
        Assert.Contains(lines, line => line.Contains("error CS1503:", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("error ILIST206: This list holds 'Foo' through 'Foo.NodeLink'; 'Bar' is not a 'Foo'", StringComparison.Ordinal));
    }

    /// <summary>Right declarations build without a word: no unsafe code allowed, warnings as errors, oldest and newest language.</summary>
    [Theory]
    [InlineData("/langversion:9")]
    [InlineData("/langversion:latest")]
    [InlineData("/langversion:preview")]
    [InlineData("/checked+")]
    [InlineData("/nullable:disable")]
    public void RightDeclarationsCompile(string option) => AssertSilent(_compiler.Compile(Foo + """
        public partial struct Generic<T> where T : unmanaged { public T Value; private ListNode _node; }
        public struct Plain { public ListNode Node; }

        public partial struct Owner
        {
            [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _foos;
            [Contains(typeof(Generic<int>), "_node")] private ListHead _ints;
            [Contains(typeof(Generic<long>), "_node")] private ListHead _longs;
            [Contains(typeof(Plain), nameof(Plain.Node))] private ListHead _plain;
        }

        public partial class ClassOwner
        {
            [Contains(typeof(Foo), nameof(Foo.Other))] private readonly PinnedListHead _others = new PinnedListHead();
        }

        public static class Uses
        {
            public static void Move(ref Owner owner, ClassOwner other, Ptr<Foo> foo)
            {
                owner.Foos.AddLast(foo);
                other.Others.AddFirst(foo);
                foreach (Ptr<Foo> element in owner.Foos)
                {
                    element.Value.Value++;
                }

                Ptr<ListNode> node = Foo.NodeLink.NodeOf(foo);
                Foo.NodeLink.Unlink(Foo.NodeLink.ContainerOf(node));
            }
        }
        """ + Signature, option));

    // 7.3 is what the SDK takes for netstandard2.0 and the .NET Framework where a project does not say.
    [Theory]
    [InlineData("7.3")]
    [InlineData("8.0")]
    [InlineData("9.0")]
    [InlineData("latest")]
    public void NetStandardConsumerCompiles(string language) => AssertSilent(_compiler.CompileForNetStandard(
        Foo + """
            public struct Plain { public ListNode Node; }

            public partial struct Owner
            {
                [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _foos;
                [Contains(typeof(Plain), nameof(Plain.Node))] private ListHead _plain;
            }

            public partial struct Locked
            {
                private ListLock _lock;
                [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _foos;

                public void Empty()
                {
                    LockGuard guard = EnterLock();
                    try
                    {
                        guard.Foos.Clear();
                    }
                    finally
                    {
                        guard.Dispose();
                    }
                }
            }

            public partial class Shared
            {
                private static readonly object s_gate = new object();
                [Contains(typeof(Foo), nameof(Foo.Node), Lock = nameof(s_gate))] private static readonly PinnedListHead s_foos = new PinnedListHead();
                [Contains(typeof(Foo), nameof(Foo.Other))] private readonly PinnedListHead _others = new PinnedListHead();
            }

            public static class Startup
            {
                public static void Run() => IntrusiveLists.Links.Registration_Output.Register();
            }
            """ + Signature,
        $"/langversion:{language}", "/nullable:disable"));

    [Fact]
    public void OldLanguageHasNoModuleInitializer() => AssertSilent(_compiler.Compile(
        """
        using IntrusiveLists;
        public struct Plain { public ListNode Node; }
        public partial struct Owner { [Contains(typeof(Plain), nameof(Plain.Node))] private ListHead _plain; }
        """,
        "/langversion:8.0", "/nullable:disable"));

    private static void AssertSilent(IReadOnlyList<string> lines) => Assert.True(lines.Count == 0, string.Join('\n', lines));
}
