using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class SharedHeadTests() : RuleTests("ILIST107")
{
    /// <summary>Gets members of an owner with four heads: two of one element and node, one of another node, one of another element.</summary>
    public static TheoryData<string, string, string> Twins => new()
    {
        { "public Both() => _bars = {|#0:«_foos = →»new PinnedListHead()|};", "Bars", "Foos" },
        { "public Both() => _same = {|#0:«_nodes→_foos» = new()|};", "Same", "Nodes" },
        { "public Both() { _foos = new(); _nodes = {|#0:«_foos→new()»|}; }", "Nodes", "Foos" },
        { "public Both() { _foos = new(); this._bars = {|#0:this.«_foos→_bars»|}; }", "Bars", "Foos" },
        { "public Both(PinnedListHead given) => _bars = {|#0:given = «_foos→given»|};", "Bars", "Foos" },
        { "public static void Lend(Both from) => s_lent = {|#0:from.«_foos→_bars»|};", "Statics", "Foos" },
        { "public static void Lend(Both from) => s_lent ??= {|#0:from.«_foos→_bars»|};", "Statics", "Foos" },
        { "static PinnedListHead Pass(PinnedListHead head) => head; public static void Lend(Both from) => s_lent = {|#0:«from._foos→Pass(from._foos)»|};", "Statics", "Foos" },
        { "[Contains(typeof(Foo), nameof(Foo.«Other→Node»))] static readonly PinnedListHead s_more = {|#0:s_shared|};", "More", "StaticFoos" },
        { "public Both() { (_same, this._bars) = (new(), {|#0:«_foos→new()»|}); }", "Bars", "Foos" },
        { "public Both() { (_, (_nodes, _foos)) = (1, ({|#0:_«foos→nodes»|}, new())); }", "Nodes", "Foos" },
        { "public static Both Make(Both other) => new() { _bars = {|#0:other.«_foos→_bars»|} };", "Bars", "Foos" },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string members, string target, string source) => VerifyTwinsAsync(
        $$"""
        partial class Both
        {
            [Contains(typeof(Foo), nameof(Foo.Node))] internal PinnedListHead _foos, _same;
            [Contains(typeof(Foo), nameof(Foo.Other))] internal PinnedListHead _nodes;
            [Contains(typeof(Bar), nameof(Bar.Link))] internal PinnedListHead _bars;
            [Contains(typeof(Bar), nameof(Bar.Link))] internal static PinnedListHead s_lent = new();
            [Contains(typeof(Foo), nameof(Foo.Node))] internal static readonly PinnedListHead s_shared = new();
            public Both() { _foos = _same = new(); _nodes = new(); _bars = new(); }
            {{members.Replace("public Both()", "public Both(int _)", System.StringComparison.Ordinal)}}
        }
        """,
        Message(Describe(target), Describe(source)));

    [Fact]
    public Task ComparesTypeArguments() => VerifyTwinsAsync(
        Generic("Item<int>", "Item<«long→int»>"),
        "'Pair<T>._right' holds 'Item<long>' through 'Node' and gets the head of 'Pair<T>._left', which holds 'Item<int>' through 'Node': elements of the one would be taken for those of the other; make a PinnedListHead for each");

    [Theory]
    [InlineData("Item<>", "Item<int>")]
    [InlineData("Item<int>", "Item<>")]
    public Task AcceptsOpenTypeArgumentsThatMayBeTheSame(string first, string second) =>
        VerifyAcceptedAsync(Generic(first, second).Replace("{|#0:_left|}", "_left", System.StringComparison.Ordinal));

    private static string Generic(string first, string second) =>
        $$"""
        partial struct Item<T> where T : unmanaged { public T Value; public ListNode Node; }
        partial class Pair<T> where T : unmanaged
        {
            [Contains(typeof({{first}}), "Node")] readonly PinnedListHead _left = new();
            [Contains(typeof({{second}}), "Node")] readonly PinnedListHead _right;
            public Pair() => _right = {|#0:_left|};
        }
        """;

    private static (string Field, string Element, string Node) Describe(string head) => head switch
    {
        "Foos" => ("Both._foos", "Foo", "Node"),
        "Same" => ("Both._same", "Foo", "Node"),
        "Nodes" => ("Both._nodes", "Foo", "Other"),
        "Bars" => ("Both._bars", "Bar", "Link"),
        "Statics" => ("Both.s_lent", "Bar", "Link"),
        "More" => ("Both.s_more", "Foo", "Other"),
        _ => ("Both.s_shared", "Foo", "Node"),
    };

    private static string Message((string Field, string Element, string Node) target, (string Field, string Element, string Node) source) =>
        $"'{target.Field}' holds '{target.Element}' through '{target.Node}' and gets the head of '{source.Field}', which holds '{source.Element}' through '{source.Node}': elements of the one would be taken for those of the other; make a PinnedListHead for each";
}
