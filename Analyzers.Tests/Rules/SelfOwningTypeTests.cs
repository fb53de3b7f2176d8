using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class SelfOwningTypeTests() : RuleTests("ILIST011")
{
    private const string Create = "class Program { readonly ValueMap<string, Word> _map = {|#0:new|}(); }";
    private const string Word = """partial struct Word { ListLock _gate; [Contains(typeof(A), "Node")] ListHead _list; }""";

    /// <summary>Gets types below a value that owns a list of <c>A</c>, and the cycle among them.</summary>
    public static TheoryData<string, string> Cycles => new()
    {
        // The kernel's rows: AA, ABA
        { """partial struct A { public ListNode Node; [Contains(typeof(«A→B»), "Node")] ListHead _list; } struct B { public ListNode Node; }""", "A -> A" },
        { """partial struct A { public ListNode Node; [Contains(typeof(B), "Node")] ListHead _list; } partial struct B { public ListNode Node; [Contains(typeof(«A→C»), "Node")] ListHead _list; } struct C { public ListNode Node; }""", "A -> B -> A" },

        // Through more types, and through the second head of a type
        { """partial struct A { public ListNode Node; [Contains(typeof(D), "Node")] ListHead _first; [Contains(typeof(B), "Node")] ListHead _second; } partial struct B { public ListNode Node; [Contains(typeof(C), "Node")] ListHead _list; } partial struct C { public ListNode Node; [Contains(typeof(«B→D»), "Node")] ListHead _list; } struct D { public ListNode Node; }""", "B -> C -> B" },
        { """partial struct A { public ListNode Node, Other; [Contains(typeof(«A→B»), "Other", Name = "Children")] ListHead _list; } struct B { public ListNode Other; }""", "A -> A" },

        // Arrays of heads, other parts, other spellings
        { """partial struct A { public ListNode Node; [Contains(typeof(«A→B»), "Node")] Heads _lists; } struct B { public ListNode Node; } [InlineArray(4)] struct Heads { ListHead _first; }""", "A -> A" },
        { """using Again = «A→B»; partial record struct A { public ListNode Node; [Contains(node: "Node", element: typeof(Again))] ListHead _list; } struct B { public ListNode Node; }""", "A -> A" },
        {
            """
            partial struct B { public ListNode Node; }
            partial struct A { public ListNode Node; }
            // file
            partial struct A { [Contains(typeof(B), "Node")] ListHead _list; }
            // file
            partial struct B { [Contains(typeof(«A→C»), "Node")] ListHead _list; }
            partial struct C { public ListNode Node; }
            """,
            "A -> B -> A"
        },

        // Nesting and generics
        { """partial class Outer { public partial struct Inner { public ListNode Node; [Contains(typeof(«A→Foo»), "Node")] ListHead _list; } } partial struct A { public ListNode Node; [Contains(typeof(Outer.Inner), "Node")] ListHead _list; }""", "A -> Outer.Inner -> A" },
        { """partial struct A { public ListNode Node; [Contains(typeof(Box<int>), "Node")] ListHead _list; } partial struct Box<T> where T : unmanaged { T _value; public ListNode Node; [Contains(typeof(«Box<>→Foo»), "Node")] ListHead _list; }""", "Box<int> -> Box<int>" },
        { """partial struct A { public ListNode Node; [Contains(typeof(Box<int>), "Node")] ListHead _list; } partial struct Box<T> where T : unmanaged { T _value; public ListNode Node; [Contains(typeof(«Box<long>→Foo»), "Node")] ListHead _list; }""", "Box<long> -> Box<long>" },
        { """partial struct A { public ListNode Node; [Contains(typeof(Box<int>), "Node")] ListHead _list; } partial struct Box<T> where T : unmanaged { T _value; public ListNode Node; [Contains(typeof(Page<>), "Node")] ListHead _list; } partial struct Page<T> where T : unmanaged { T _value; public ListNode Node; [Contains(typeof(«Box<>→Foo»), "Node")] ListHead _list; }""", "Box<int> -> Page<int> -> Box<int>" },
        { """partial class Cache<T> where T : unmanaged { public partial struct Entry { T _value; public ListNode Node; [Contains(typeof(«Cache<>.Entry→Foo»), "Node")] ListHead _list; } } partial struct A { public ListNode Node; [Contains(typeof(Cache<int>.Entry), "Node")] ListHead _list; }""", "Cache<int>.Entry -> Cache<int>.Entry" },
    };

    /// <summary>Gets values that are part of a cycle themselves.</summary>
    public static TheoryData<string, string> ValuesInCycles => new()
    {
        { """partial struct Word { ListLock _gate; public ListNode Node; [Contains(typeof(«Word→Foo»), "Node")] ListHead _list; }""", "Word -> Word" },
        { """partial struct Word { ListLock _gate; public ListNode Node; [Contains(typeof(A), "Node")] ListHead _list; } partial struct A { public ListNode Node; [Contains(typeof(«Word→Foo»), "Node")] ListHead _list; }""", "Word -> A -> Word" },
    };

    public static TheoryData<string> Accepted
    {
        get
        {
            var sources = new TheoryData<string>
            {
                // A pointer owns nothing, and a static head is no part of a value
                """unsafe partial struct A { public ListNode Node; Ptr<A> _parent; A* _other; [Contains(typeof(B), "Node")] ListHead _list; } partial struct B { public ListNode Node; Ptr<A> _parent; [FixedAddressValueType, Contains(typeof(A), "Node")] static ListHead s_all; }""",

                // Several ways to one type
                """partial struct A { public ListNode Node; [Contains(typeof(B), "Node")] ListHead _first; [Contains(typeof(C), "Node")] ListHead _second; [Contains(typeof(B), "Other")] ListHead _third; } partial struct B { public ListNode Node, Other; [Contains(typeof(C), "Node")] ListHead _list; } struct C { public ListNode Node; }""",

                // A tree that no map frees
                Chain(1) + """ partial struct Tree { public ListNode Node; [Contains(typeof(Tree), "Node")] ListHead _branches; } class Trees { readonly NativePool<Tree> _pool = new(); [Contains(typeof(Tree), "Node")] readonly PinnedListHead _roots = new(); }""".Replace("class Trees", "partial class Trees"),

                // One generic definition within another of itself
                """partial struct A { public ListNode Node; [Contains(typeof(Item<Group>), "Node")] ListHead _list; } struct Item<[AddressStable] T> { public T Value; public ListNode Node; } partial struct Group { public int Id; [Contains(typeof(Foo), "Node")] static readonly PinnedListHead s_list = new(); }""",
                """partial struct A { public ListNode Node; [Contains(typeof(Box<Box<int>>), "Node")] ListHead _list; } partial struct Box<T> where T : unmanaged { T* _value; public ListNode Node; [Contains(typeof(Foo), "Node")] ListHead _list; }""".Replace("partial struct Box", "unsafe partial struct Box"),
            };
            foreach (int length in new[] { 2, 4, 8, 9, 40 })
            {
                sources.Add(Chain(length));
                sources.Add(Chain(length, childFirst: true));
                sources.Add(Chain(length, sharedSuffix: true));
            }

            return sources;
        }
    }

    [Theory]
    [MemberData(nameof(Cycles))]
    public Task RejectsOneTwin(string twins, string cycle) => VerifyTwinsAsync($"{twins}\n// file\n{Create} {Word}", Message(cycle));

    [Theory]
    [MemberData(nameof(ValuesInCycles))]
    public Task RejectsValuesInCycles(string twins, string cycle) => VerifyTwinsAsync($"{Create} {twins}", Message(cycle));

    [Theory]
    [MemberData(nameof(Accepted))]
    public Task Accepts(string source) => VerifyAcceptedAsync($"{Create.Replace("{|#0:new|}", "new")} {Word} {source}");

    // The last of a long chain closes it
    [Theory]
    [InlineData(8)]
    [InlineData(200)]
    public Task RejectsLongCycles(int length)
    {
        string chain = Chain(length).Replace($"struct T{length - 1} {{", $$"""partial struct T{{length - 1}} { [Contains(typeof(A), "Node")] ListHead _list;""");
        return VerifyRejectedAsync($"{Create} {Word} {chain}", Message(string.Join(" -> ", Enumerable.Range(1, length - 1).Select(index => $"T{index}").Prepend("A").Append("A"))));
    }

    [Fact]
    public Task RejectsTypesThatGrow() => VerifyRejectedAsync(
        $$"""
        {{Create}} {{Word}}
        partial struct A { public ListNode Node; [Contains(typeof(Box<int>), "Node")] ListHead _list; }
        partial struct Box<T> where T : unmanaged { T _value; public ListNode Node; [Contains(typeof(Page<>), "Node")] ListHead _list; }
        partial struct Page<T> where T : unmanaged { T _value; public ListNode Node; Shelf<Pair<T>> _shelf; }
        partial struct Shelf<T> where T : unmanaged { Ptr<T> _value; [Contains(typeof(Box<>), "Node")] ListHead _list; }
        struct Pair<T> where T : unmanaged { T _left, _right; }
        """,
        Message("Box<Pair<int>> -> Page<Pair<int>> -> Box<Pair<Pair<int>>>", "Box<Pair<int>>"));

    // What is reported first does not depend on where the search began
    [Fact]
    public Task RejectsTheFirstOfSeveralCycles() => VerifyRejectedAsync(
        """
        class Program { object Make() => (new ValueMap<int, {|#0:Word|}>(), new ValueMap<int, {|#1:Other|}>(), new ValueMap<int, {|#2:Word|}>()); }
        partial struct Word { ListLock _gate; [Contains(typeof(A), "Node")] ListHead _list; [Contains(typeof(B), "Node")] ListHead _other; }
        partial struct Other { ListLock _gate; [Contains(typeof(B), "Node")] ListHead _list; [Contains(typeof(A), "Node")] ListHead _other; }
        partial struct A { public ListNode Node; [Contains(typeof(A), "Node")] ListHead _list; }
        partial struct B { public ListNode Node; [Contains(typeof(B), "Node")] ListHead _list; }
        """,
        Message("A -> A"),
        Message("B -> B", value: "Other"),
        Message("A -> A"));

    [Fact]
    public Task RejectsCyclesOfOtherAssemblies() => VerifyTwinsAsync(
        """
        class Program { object Make() => new ValueMap<string, {|#0:Word|}>(); }
        partial struct Word { ListLock _gate; [Contains(typeof(«Tree→Leaf»), "Node")] ListHead _list; }
        // library
        public partial struct Tree { public ListNode Node; [Contains(typeof(Tree), "Node")] private ListHead _branches; }
        public partial struct Leaf { public ListNode Node; }
        """,
        Message("Tree -> Tree"));

    // A head that is not drained owns all the same
    [Fact]
    public Task RejectsCyclesThroughNestedStructs() => VerifyRejectedAsync(
        $$"""
        {{Create}} {{Word}}
        partial struct A { public ListNode Node; Bucket _bucket; }
        partial struct Bucket { [Contains(typeof(B), "Node")] ListHead _list; }
        partial struct B { public ListNode Node; [Contains(typeof(A), "Node")] ListHead _list; }
        """,
        Message("A -> B -> A"));

    private static string Message(string cycle, string? first = null, string value = "Word") =>
        $"A map of '{value}' would free what can own itself: '{first ?? cycle.Split(' ')[0]}' does, by '{cycle}'; keep it outside of maps, or let one of these types refer to the next by a Ptr";

    /// <summary>Returns types of which each owns a list of the next, from <c>A</c> on.</summary>
    private static string Chain(int length, bool childFirst = false, bool sharedSuffix = false)
    {
        string[] names = [.. Enumerable.Range(1, length - 1).Select(index => $"T{index}").Prepend("A")];
        string[] types = [.. names.Select((name, index) => index == length - 1
            ? $"struct {name} {{ public ListNode Node, Other; }}"
            : $"partial struct {name} {{ public ListNode Node, Other; [Contains(typeof({names[index + 1]}), \"Node\")] ListHead _next; {Short(index)} }}")];
        return string.Join(" ", childFirst ? types.Reverse() : types);

        string Short(int index) => sharedSuffix && index < length - 2 ? $"[Contains(typeof({names[length - 2]}), \"Other\")] ListHead _short;" : "";
    }
}
