using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Files as they are while somebody types: each token in turn is the last one, missing, or there twice.
/// </summary>
public sealed class MutationTests
{
    private const string ValidOwners = """
        namespace Network;
        public partial struct Connection { public int Fd; public ListNode ByAge; internal ListNode _ready; }
        public partial struct Server
        {
            public ListLock Lock;
            [Contains(typeof(Connection), nameof(Connection.ByAge), Name = "All", Lock = nameof(Lock))] private ListHead _connections;
            [Contains(node: "_ready", element: typeof(Connection))] public ListHead Ready, Late;
        }
        """;

    private const string ValidGenerics = """
        public partial class Lru<TKey> where TKey : unmanaged, IEquatable<TKey>
        {
            [Contains(typeof(Lru<>.Entry), nameof(Lru<int>.Entry.ByUse))] private readonly PinnedListHead _entries = new();
            [Contains(typeof(Pair<,>), "Node"), FixedAddressValueType] private static ListHead s_pairs;
            public partial struct Entry { public TKey Key; public ListNode ByUse; }
            void Use(Ptr<Entry> entry) => Entries.AddFirst(entry);
        }
        public struct Pair<T, U> where T : unmanaged where U : unmanaged { public T First; public U Second; public ListNode Node; }
        """;

    private const string ValidLayouts = """
        [StructLayout(LayoutKind.Explicit, Pack = 8, Size = 64)]
        public record struct Element { [FieldOffset(0)] public int Value; [FieldOffset(8)] public ListNode Node; }
        [StructLayout(LayoutKind.Sequential, Pack = 4)] unsafe partial struct Owner
        {
            fixed byte _name[8];
            [Contains(typeof(Element), "Node")] internal ListHead _head;
        }
        [InlineArray(4)] struct Owners { Owner _first; }
        """;

    private const string Wrong = """
        public class Owner : IListLink<Foo>
        {
            [Contains(typeof(Bar), nameof(Foo.Node), Name = "1")] private readonly ListHead _head, _other;
            ListHead Untagged; [Contains(typeof(string), null, Lock = "Missing")] int _number;
            [field: Contains(typeof(Foo), "Value")] public ListHead Property { get; set; }
            void Use(Ptr<Bar> bar) => IntrusiveList<Foo, Foo.NodeLink>.FromHead(ref _head).AddLast(bar);
        }
        """;

    private const string Movable = """
        using Names = System.Collections.Generic.List<Foo>;
        public class Store<[AddressStable] T>(Foo kept, int size) where T : unmanaged
        {
            static T s_value; (Foo, int)? _pair; Names _names = new(); Foo Property { get; set; } int Size => kept.Value + size;
            async System.Threading.Tasks.Task<Foo?> Run(Foo foo, Foo[] more)
            {
                Foo[] foos = [foo, .. more[1..]]; var array = GC.AllocateArray<Foo>(3, pinned: false);
                int Local(int count) => foo.Value + Local(count - 1); Func<int, int> local = Local, lambda = x => { return x + foos[0].Value; };
                var both = (foo, new { Foo = new Foo() }); switch (more) { case [var first, .. var rest] when rest.Length > 1: return first; default: return null; }
            }
        }
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new DeclarationAnalyzer(), new StorageAnalyzer()];

    /// <summary>Gets every way to spoil every file.</summary>
    public static TheoryData<string, Mutation> Mutations
    {
        get
        {
            var mutations = new TheoryData<string, Mutation>();
            foreach (string file in new[] { ValidOwners, ValidGenerics, ValidLayouts, Wrong, Movable })
            {
                foreach (Mutation mutation in Enum.GetValues<Mutation>())
                {
                    mutations.Add(file, mutation);
                }
            }

            return mutations;
        }
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task NothingThrows(string file, Mutation mutation)
    {
        CSharpCompilation original = Compiler.Compile("Test", [file, TestSource.Prelude]);
        SyntaxTree tree = original.SyntaxTrees[0];
        foreach (string text in Mutate(await tree.GetRootAsync(), mutation))
        {
            CSharpCompilation mutant = original.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, Compiler.ParseOptions, tree.FilePath));
            await Survival.CheckAsync(mutant, Analyzers);
        }
    }

    private static IEnumerable<string> Mutate(SyntaxNode root, Mutation mutation)
    {
        string text = root.ToFullString();
        return root.DescendantTokens().Where(token => token.Span.Length > 0).Select(token => mutation switch
        {
            Mutation.Truncation => text[..token.Span.End],
            Mutation.Deletion => text.Remove(token.SpanStart, token.Span.Length),
            _ => text.Insert(token.SpanStart, token.Text + " "),
        });
    }
}
