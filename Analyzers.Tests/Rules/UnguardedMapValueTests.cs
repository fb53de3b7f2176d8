using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class UnguardedMapValueTests() : RuleTests("ILIST301")
{
    private const string Create = "class Program { readonly ValueMap<string, Word> _map = {|#0:new|}(); }";
    private const string NoLock = "threads share it, and no lock guards its list head 'Word.{0}'; add a field of type ListLock to 'Word'";
    private const string Nested = "{0} holds the list head '{1}' within '{2}', and a map drains only the heads that a value or an element declares itself; declare the head in '{3}'";

    /// <summary>Gets values of maps and the head that no lock guards.</summary>
    public static TheoryData<string, string> Values => new()
    {
        { """partial struct Word { «→public ListLock Lock;» [Contains(typeof(Foo), "Node")] ListHead _foos; }""", "_foos" },
        { """partial struct Word { «→SpinLock _gate;» [Contains(typeof(Foo), "Node")] ListHead _foos, _others; }""", "_foos" },
        { """partial struct Word { [Contains(typeof(Foo), "Node")] ListHead _foos; «→ListLock _gate;» [Contains(typeof(Foo), "Other")] ListHead _others; }""", "_foos" },
        { """partial struct Word { «static→» SpinLock s_gate; [Contains(typeof(Foo), "Node")] ListHead _foos; }""", "_foos" },
        { """partial struct Word { «Ptr<ListLock>→ListLock» _gate; [Contains(typeof(Foo), "Node")] ListHead _foos; }""", "_foos" },
        { """partial struct Word { «int→ListLock» _gate; [Contains(typeof(Foo), "Node")] ListHead _foos; }""", "_foos" },
        { """partial record struct Word(int Id) { «int→ListLock» _gate; [Contains(typeof(Foo), "Node")] ListHead _foos; }""", "_foos" },
        { """partial struct Word { «→ListLock _gate;» [Contains(typeof(Foo), "Node")] Heads _foos; } [InlineArray(4)] struct Heads { ListHead _first; }""", "_foos" },
        { """partial struct Word { «Holder→ListLock» _gate; [Contains(typeof(Foo), "Node")] ListHead _foos; } struct Holder { ListLock _gate; }""", "_foos" },
        {
            """
            partial struct Word { [Contains(typeof(Foo), "Node")] ListHead _foos; }
            // file
            partial struct Word { int _id; «→ListLock _gate;» }
            """,
            "_foos"
        },
    };

    /// <summary>Gets ways to make a map; the value has a list of <c>Foo</c> and no lock.</summary>
    public static TheoryData<string> Creations =>
    [
        "object Make() => new ValueMap<string, {|#0:«Unlocked→Locked»|}>();",
        "object Make() => new IntrusiveLists.ValueMap<int, {|#0:«Unlocked→Locked»|}>(new ElementRelease());",
        "object Make() { var map = new ValueMap<(int, string), {|#0:«Unlocked→Locked»|}>(comparer: null); return map; }",
        "ValueMap<string, «Unlocked→Locked»> Make() => {|#0:new|}();",
        "ValueMap<string, «Unlocked→Locked»> Map { get; } = {|#0:new|}(release: null);",
        "static readonly ValueMap<string, «Unlocked→Locked»> s_map = {|#0:new|}();",
        "object Make() { ValueMap<long, «Unlocked→Locked»>? map = null; map ??= {|#0:new|}(); return map; }",
        "object Make() { Func<object> make = () => new global::IntrusiveLists.ValueMap<string, {|#0:«Unlocked→Locked»|}>(); return make(); }",
        "object Make<T>() where T : notnull => new ValueMap<T, {|#0:«Unlocked→Locked»|}>();",
        "object Make<T>() where T : unmanaged => new ValueMap<string, {|#0:«Generic<T>→T»|}>();",
        "object Make() => new ValueMap<string, {|#0:«Generic<int>→Locked»|}>();",
        "void Make() { using ValueMap<string, «Unlocked→Locked»> map = {|#0:new|}(); }",
        "void Make() { using (new ValueMap<ValueTuple<int, int>, {|#0:«Unlocked→Locked»|}>()) { } }",
        "object Make() => new {|#0:«Unlockeds→Lockeds»|}();",
        "Program(ValueMap<string, «Unlocked→Locked»> map) { } object Make() => new Program({|#0:new|}());",
    ];

    /// <summary>Gets values, what holds a head that is not drained, the head, the field in which it lies, and the type that should declare it.</summary>
    public static TheoryData<string, string, string, string, string> NestedHeads => new()
    {
        { """partial struct Word { «Bucket→int» _bucket; } partial struct Bucket { [Contains(typeof(Foo), "Node")] ListHead _head; }""", "it", "Bucket._head", "Word._bucket", "Word" },
        { """partial struct Word { Bucket _bucket; } partial struct Bucket { ListLock _gate; [Contains(typeof(Foo), "Node")] «→static» «ListHead→readonly PinnedListHead?» _head; }""", "it", "Bucket._head", "Word._bucket", "Word" },
        { """partial struct Word { ListLock _gate; [Contains(typeof(Foo), "Node")] ListHead _foos; Outer _outer; } struct Outer { int _id; «Bucket→Ptr<Bucket>» _bucket; } partial struct Bucket { [Contains(typeof(Foo), "Other")] ListHead _head; }""", "it", "Bucket._head", "Word._outer", "Word" },
        { """partial struct Word { Buckets _buckets; } [InlineArray(4)] struct Buckets { «Bucket→Ptr<Bucket>» _first; } partial struct Bucket { ListLock _gate; [Contains(typeof(Foo), "Node")] ListHead _head; }""", "it", "Bucket._head", "Word._buckets", "Word" },
        { """struct Word { Box<«Bucket→int»> _box; } struct Box<[AddressStable] T> { T _value; } partial struct Bucket { [Contains(typeof(Foo), "Node")] ListHead _head; }""", "it", "Bucket._head", "Word._box", "Word" },
        {
            """
            partial struct Word { ListLock _gate; [Contains(typeof(Page), "Node")] ListHead _pages; }
            partial struct Page { public ListNode Node; «Bucket→Ptr<Bucket>» _bucket; }
            partial struct Bucket { [Contains(typeof(Foo), "Node")] ListHead _head; }
            """,
            "its element 'Page'", "Bucket._head", "Page._bucket", "Page"
        },
        {
            """
            partial struct Word { ListLock _gate; [Contains(typeof(Page), "Node")] ListHead _pages; }
            partial struct Page { public ListNode Node; [Contains(typeof(Line), "Node")] ListHead _lines; }
            partial struct Line { public ListNode Node; «Bucket→Ptr<Bucket>» _bucket; }
            partial struct Bucket { [Contains(typeof(Foo), "Node")] ListHead _head; }
            """,
            "its element 'Line'", "Bucket._head", "Line._bucket", "Line"
        },
    };

    public static TheoryData<string> Accepted =>
    [
        // Heads of elements need no lock: who takes an element off its list has it alone
        """partial struct Word { public ListLock Lock; [Contains(typeof(Page), "Node")] ListHead _pages; } partial struct Page { public ListNode Node; [Contains(typeof(Foo), "Node")] ListHead _foos; }""",
        """partial struct Word { ListLock _first, _second; [Contains(typeof(Foo), "Node", Lock = nameof(_second))] ListHead _foos; [Contains(typeof(Foo), "Other", Lock = nameof(_first))] Heads _others; } [InlineArray(4)] struct Heads { ListHead _first; }""",
        "struct Word { public int Count; public ListNode Node; public Ptr<Word> Next; }",
        """partial struct Word { [FixedAddressValueType, Contains(typeof(Foo), "Node")] static ListHead s_foos; }""",
        """unsafe partial struct Word { Bucket* _bucket; Ptr<Bucket> _other; } partial struct Bucket { [Contains(typeof(Foo), "Node")] ListHead _head; }""",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public Task RejectsOneTwinOfValues(string twins, string head) => VerifyTwinsAsync($"{Create} {twins}", Message("Word", string.Format(null, NoLock, head)));

    [Theory]
    [MemberData(nameof(Creations))]
    public Task RejectsOneTwinOfCreations(string twins)
    {
        string value = twins.Contains("Generic<int>", System.StringComparison.Ordinal) ? "Generic<int>" : twins.Contains("Generic<T>", System.StringComparison.Ordinal) ? "Generic<T>" : "Unlocked";
        return VerifyTwinsAsync(
            $$"""
            using Unlockeds = IntrusiveLists.ValueMap<string, Unlocked>;
            using Lockeds = IntrusiveLists.ValueMap<string, Locked>;
            class Program { {{twins}} public Program() { } }
            partial struct Unlocked { [Contains(typeof(Foo), "Node")] ListHead _foos; }
            partial struct Locked { ListLock _gate; [Contains(typeof(Foo), "Node")] ListHead _foos; }
            partial struct Generic<T> where T : unmanaged { T _value; [Contains(typeof(Foo), "Node")] ListHead _foos; }
            """,
            Message(value, $"threads share it, and no lock guards its list head '{value}._foos'; add a field of type ListLock to '{value}'"));
    }

    [Theory]
    [MemberData(nameof(NestedHeads))]
    public Task RejectsHeadsThatWouldNotBeDrained(string twins, string holder, string head, string field, string owner) =>
        VerifyTwinsAsync($"{Create} {twins}", Message("Word", string.Format(null, Nested, holder, head, field, owner)));

    [Theory]
    [MemberData(nameof(Accepted))]
    public Task Accepts(string source) => VerifyAcceptedAsync($"{Create.Replace("{|#0:new|}", "new")} {source}");

    [Fact]
    public Task RejectsEachCreation() => VerifyRejectedAsync(
        """
        class Program { object First() => new ValueMap<int, {|#0:Word|}>(); ValueMap<string, Word> Second() => {|#1:new|}(); }
        partial struct Word { [Contains(typeof(Foo), "Node")] ListHead _foos; }
        """,
        Message("Word", string.Format(null, NoLock, "_foos")),
        Message("Word", string.Format(null, NoLock, "_foos")));

    // Another rule says which lock it is to be
    [Fact]
    public Task LeavesTheChoiceOfALockToItsRule() => Verify.ReportsAsync(
        $$"""
        {{Create.Replace("{|#0:new|}", "new")}}
        partial struct Word { ListLock _first, _second; [{|ILIST013:Contains(typeof(Foo), "Node")|}] ListHead _foos; }
        """,
        Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.Errors);

    [Fact]
    public Task RejectsValuesOfOtherAssemblies() => VerifyTwinsAsync(
        """
        class Program { object Make() => new ValueMap<string, {|#0:«Unlocked→Locked»|}>(); }
        // library
        public partial struct Page { public ListNode Node; }
        public partial struct Unlocked { [Contains(typeof(Page), "Node")] private ListHead _pages; }
        public partial struct Locked { private ListLock _gate; [Contains(typeof(Page), "Node")] private ListHead _pages; }
        """,
        Message("Unlocked", "threads share it, and no lock guards its list head 'Unlocked._pages'; add a field of type ListLock to 'Unlocked'"));

    private static string Message(string value, string faultAndMend) => $"'{value}' cannot be the value of a map: {faultAndMend}";
}
