using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class GeneratedCodeOnlyTests() : RuleTests("ILIST207")
{
    private const string Factory = "IntrusiveList<Foo, Foo.NodeLink>.FromHead";

    /// <summary>Gets ways to use the factory.</summary>
    public static TheoryData<string> Uses => new()
    {
        "void Use() { {|#0:" + Factory + "(ref Head)|}.Clear(); }",
        "void Use() { {|#0:" + Factory + "(_pinned)|}.Clear(); }",
        "void Use() { IntrusiveList<Foo, Foo.NodeLink> list = {|#0:" + Factory + "(ref Head)|}; }",
        "void Use() { {|#0:" + Factory + "(head: _pinned)|}.Clear(); }",
        "bool Use() => {|#0:" + Factory + "(ref Head)|}.IsEmpty;",
        "bool IsEmpty => {|#0:" + Factory + "(_pinned)|}.IsEmpty;",
        "bool IsEmpty { get { return {|#0:" + Factory + "(_pinned)|}.IsEmpty; } }",
        "void Use() { Action use = () => {|#0:" + Factory + "(_pinned)|}.Clear(); }",
        "void Use() { Local(); void Local() => {|#0:" + Factory + "(_pinned)|}.Clear(); }",
        "static PinnedListHead s_head => new(); bool _isEmpty = {|#0:" + Factory + "(s_head)|}.IsEmpty;",
        "static PinnedListHead s_head => new(); static int s_count = {|#0:" + Factory + "(s_head)|}.Count();",
        "static PinnedListHead s_head => new(); static bool IsEmpty { get; } = {|#0:" + Factory + "(s_head)|}.IsEmpty;",
        "delegate IntrusiveList<Foo, Foo.NodeLink> Make(PinnedListHead head); Make _make = {|#0:" + Factory + "|};",
        "delegate IntrusiveList<Foo, Foo.NodeLink> Make(PinnedListHead head); object Use() => new Make({|#0:" + Factory + "|});",
        "delegate IntrusiveList<Foo, Foo.NodeLink> Make(PinnedListHead head); object Use() => (Make){|#0:" + Factory + "|};",
        "unsafe void Use() { delegate*<PinnedListHead, IntrusiveList<Foo, Foo.NodeLink>> make = &{|#0:" + Factory + "|}; }",
        "public static implicit operator bool(Owner owner) => {|#0:" + Factory + "(owner._pinned)|}.IsEmpty;",
        "Owner() { {|#0:" + Factory + "(_pinned)|}.Clear(); }",
        "~Owner() { {|#0:" + Factory + "(_pinned)|}.Clear(); }",
        "class Nested { void Use(Owner owner) => {|#0:" + Factory + "(owner._pinned)|}.Clear(); }",
        "async System.Threading.Tasks.Task Use() { await System.Threading.Tasks.Task.Yield(); {|#0:" + Factory + "(_pinned)|}.Clear(); }",
        "[System.CodeDom.Compiler.GeneratedCode(\"Another.Generator\", \"1.0\")] void Use() { {|#0:" + Factory + "(_pinned)|}.Clear(); }",
    };

    /// <summary>Gets types that implement the interface of links; the type and the interface as messages name them.</summary>
    public static TheoryData<string, string, string> Types => new()
    {
        { "struct {|#0:Link|} : «IListLink<Foo>→IDisposable» { public nint Offset => 0; public string NodeName => \"\"; public void Dispose() { } }", "IListLink<Foo>", "Link" },
        { "readonly record struct {|#0:Link|} : «IListLink<Foo>→IDisposable» { public nint Offset => 0; public string NodeName => \"\"; public void Dispose() { } }", "IListLink<Foo>", "Link" },
        { "class {|#0:Link|} : «IListLink<Foo>→IDisposable» { public nint Offset => 0; public string NodeName => \"\"; public void Dispose() { } }", "IListLink<Foo>", "Link" },
        { "abstract class {|#0:Link|} : «IListLink<Foo>→IDisposable» { public nint Offset => 0; public string NodeName => \"\"; public void Dispose() { } }", "IListLink<Foo>", "Link" },
        { "sealed record {|#0:Link|} : «IListLink<Foo>→IDisposable» { public nint Offset => 0; public string NodeName => \"\"; public void Dispose() { } }", "IListLink<Foo>", "Link" },
        { "interface {|#0:ILink|} : «IListLink<Foo>→IDisposable» { }", "IListLink<Foo>", "ILink" },
        { "interface {|#0:ILink|}<T> : «IListLink<T>→IEquatable<T>» where T : unmanaged { }", "IListLink<T>", "ILink<T>" },
        { "struct {|#0:Link|}<T> : «IListLink<T>→IDisposable» where T : unmanaged { public nint Offset => 0; public string NodeName => \"\"; public void Dispose() { } }", "IListLink<T>", "Link<T>" },
        { "class Outer { struct {|#0:Link|} : «IListLink<Foo>→IDisposable» { public nint Offset => 0; public string NodeName => \"\"; public void Dispose() { } } }", "IListLink<Foo>", "Outer.Link" },
        { "struct {|#0:Link|} : IDisposable«, IListLink<Bar>→» { public nint Offset => 0; public string NodeName => \"\"; public void Dispose() { } }", "IListLink<Bar>", "Link" },
        { "partial struct {|#0:Link|} { } partial struct Link : «IListLink<Foo>→IDisposable» { public nint Offset => 0; public string NodeName => \"\"; public void Dispose() { } }", "IListLink<Foo>", "Link" },
        { "namespace Mine { interface IListLink<T> { } } struct {|#0:Link|} : «IntrusiveLists→Mine».IListLink<Foo> { public nint Offset => 0; public string NodeName => \"\"; }", "IListLink<Foo>", "Link" },
        { "[System.CodeDom.Compiler.GeneratedCode(\"«Another→IntrusiveLists».Generator\", \"1.0\")] struct {|#0:Link|} : IListLink<Foo> { public nint Offset => 0; public string NodeName => \"\"; }", "IListLink<Foo>", "Link" },
    };

    /// <summary>Gets other calls that are for generated code, what messages name, and what they advise.</summary>
    public static TheoryData<string, string, string> OtherUses => new()
    {
        { "void Use() { {|#0:IntrusiveListArray<Foo, Foo.NodeLink>.FromHeads(ref Heads)|}[0].Clear(); }", "IntrusiveListArray<Foo, Foo.NodeLink>.FromHeads", "tag the head with [Contains] and use the list property of its owner" },
        { "void Use() { _ = {|#0:Pinned.Detach()|}; }", "IntrusiveList<Foo, Foo.NodeLink>.Detach", "drain the list with 'Drain()', or with the method that is generated beside the lock" },
        { "void Use(ref DetachedList<Foo, Foo.NodeLink> rest) { {|#0:Pinned.Reattach(ref rest)|}; }", "IntrusiveList<Foo, Foo.NodeLink>.Reattach", "drain the list with 'Drain()', or with the method that is generated beside the lock" },
        { "LockedOwner<Bar> Use(ref Bar bar) => {|#0:LockedOwner<Bar>.At(ref bar)|};", "LockedOwner<Bar>.At", "enter the lock with the method that is generated for it" },
        { "delegate LockedOwner<Bar> Take(ref Bar bar); Take _take = {|#0:LockedOwner<Bar>.At|};", "LockedOwner<Bar>.At", "enter the lock with the method that is generated for it" },
    };

    /// <summary>Gets types that describe themselves by hand.</summary>
    public static TheoryData<string, string, string> Records => new()
    {
        { "struct {|#0:Owner|} : «IHeadProvider→IDisposable» { public void DescribeHeads(IntrusiveRecordBuilder record) { } public void Dispose() { } }", "IHeadProvider", "Owner" },
        { "struct {|#0:Element|} : «INodeProvider→IDisposable» { void «INodeProvider.DescribeNodes(IntrusiveRecordBuilder record)→IDisposable.Dispose()» { } }", "INodeProvider", "Element" },
        { "class {|#0:Element|} : «INodeProvider→IDisposable» { public void DescribeNodes(IntrusiveRecordBuilder record) { } public void Dispose() { } }", "INodeProvider", "Element" },
        { "interface {|#0:IDescribed|} : «IHeadProvider→IDisposable» { }", "IHeadProvider", "IDescribed" },
    };

    public static TheoryData<string> Accepted => new()
    {
        // Generic code over links
        "static class Lists { public static int Count<T, TLink>(IntrusiveList<T, TLink> list) where T : unmanaged where TLink : unmanaged, IListLink<T> => list.Count(); }",
        "class Counter<T, TLink> where T : unmanaged where TLink : unmanaged, IListLink<T> { public nint Offset => default(TLink).Offset; }",
        "delegate void Walk<T, TLink>(IntrusiveList<T, TLink> list) where T : unmanaged where TLink : unmanaged, IListLink<T>;",
        "class User { IListLink<Foo>? _link; Type _type = typeof(IListLink<>); string _name = nameof(IListLink<Foo>.NodeName); }",
        "class User { string _name = nameof(" + Factory + "); } partial struct Tagged { [Contains(typeof(Foo), \"Node\")] ListHead _head; }",

        // Methods of that name
        "class Other { public static Other FromHead(PinnedListHead head) => new(); void Use(PinnedListHead head) => FromHead(head); }",
        "namespace Mine { class IntrusiveList<T, U> { public static void FromHead(PinnedListHead head) { } } class User { void Use(PinnedListHead head) => IntrusiveList<int, int>.FromHead(head); } }",
    };

    [Theory]
    [MemberData(nameof(Uses))]
    public Task RejectsUse(string member) => VerifyRejectedAsync(
        Owner(member),
        "'IntrusiveList<Foo, Foo.NodeLink>.FromHead' is for generated code only: tag the head with [Contains] and use the list property of its owner");

    [Theory]
    [MemberData(nameof(Uses))]
    public Task AcceptsUseByTheGenerator(string member) =>
        VerifyAcceptedAsync(Owner(member.Replace("{|#0:", "").Replace("|}", "")).Replace("sealed partial", "[System.CodeDom.Compiler.GeneratedCode(\"IntrusiveLists.Generator\", \"1.0\")] sealed partial").Replace("Another.Generator", "IntrusiveLists.Generator"));

    [Theory]
    [MemberData(nameof(Types))]
    public Task RejectsOneTwin(string twins, string link, string type) => VerifyTwinsAsync(
        twins,
        $"'{link}' is for generated code only: '{type}' must not implement it; name the node in a [Contains] tag and its link is generated");

    [Theory]
    [MemberData(nameof(OtherUses))]
    public Task RejectsOtherUse(string member, string name, string advice) => VerifyRejectedAsync(Owner(member), $"'{name}' is for generated code only: {advice}");

    [Theory]
    [MemberData(nameof(OtherUses))]
    public Task AcceptsOtherUseByTheGenerator(string member, string name, string advice)
    {
        Assert.NotEqual(name, advice);
        return AcceptsUseByTheGenerator(member);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public Task RejectsRecordsByHand(string twins, string provider, string type) => VerifyTwinsAsync(
        twins,
        $"'{provider}' is for generated code only: '{type}' must not implement it; elements and owners that are partial describe themselves");

    // What the generator adds to an element hides nothing that is written beside it
    [Fact]
    public Task RejectsLinksOnElements() => VerifyRejectedAsync(
        """
        partial struct {|#0:Element|} : IListLink<Bar> { public ListNode Node; public nint Offset => 0; public string NodeName => ""; }
        partial struct Owner { ListLock _gate; [Contains(typeof(Element), "Node")] ListHead _head; }
        """,
        "'IListLink<Bar>' is for generated code only: 'Element' must not implement it; name the node in a [Contains] tag and its link is generated");

    [Theory]
    [MemberData(nameof(Accepted))]
    public Task Accepts(string source) => VerifyAcceptedAsync(source);

    private static string Owner(string member) => $$"""
        sealed partial class Owner
        {
            static ref ListHead Head => throw null!;
            static ref Slots Heads => throw null!;
            [Contains(typeof(Foo), nameof(Foo.Node))] readonly PinnedListHead _pinned = new();
            {{member}}
        }

        [InlineArray(2)] struct Slots { ListHead _first; }
        """;
}
