using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class ContainsWithoutHeadTests() : RuleTests("ILIST002")
{
    public static TheoryData<string, string, string> Twins => new()
    {
        { """partial struct Owner { [{|#0:Contains(typeof(Foo), "Node")|}] «int→ListHead» _head; }""", "Owner._head", "int" },
        { """partial struct Owner { [{|#0:Contains(typeof(Foo), "Node")|}] «ListNode→ListHead» _head; }""", "Owner._head", "ListNode" },
        { """partial struct Owner { [{|#0:Contains(typeof(Foo), "Node")|}] «{|ILIST103:ListHead?|}→ListHead» _head; }""", "Owner._head", "ListHead?" },
        { """partial struct Owner { [{|#0:Contains(typeof(Foo), "Node")|}] «Ptr<ListHead>→ListHead» _head; }""", "Owner._head", "Ptr<ListHead>" },
        { """unsafe partial struct Owner { [{|#0:Contains(typeof(Foo), "Node")|}] ListHead«*→» _head; }""", "Owner._head", "ListHead*" },
        { """partial class Owner { [{|#0:Contains(typeof(Foo), "Node")|}] PinnedListHead«[]→»? _head; }""", "Owner._head", "PinnedListHead[]?" },
        { """partial class Owner { [{|#0:Contains(typeof(Foo), "Node")|}] static readonly «string→PinnedListHead»? s_head; }""", "Owner.s_head", "string?" },
        { """partial class Owner { [{|#0:Contains(typeof(Foo), "Node")|}] «const int→static PinnedListHead?» Head = «0→null»; }""", "Owner.Head", "int" },
        {
            """
            partial class Outer<T>
            {
                partial record struct Owner
                {
                    [field: NonSerialized]
                    [{|#0:global::IntrusiveLists.ContainsAttribute(node: "Node", element: typeof(Foo))|}]
                    private «long→ListHead» @class;
                }
            }
            """,
            "Outer<T>.Owner.@class", "long"
        },
        { """using Tag = IntrusiveLists.ContainsAttribute; partial struct Owner { [{|#0:Tag(typeof(Foo), "Node")|}] «uint→ListHead» _head; }""", "Owner._head", "uint" },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string field, string type) => VerifyTwinsAsync(twins, Message(field, $"its type is '{type}'"));

    [Theory]
    [InlineData("""partial struct Owner { [field: {|#0:Contains(typeof(Foo), "Node")|}] ListHead «{|ILIST103:Head|} { get; set; }→Head;» }""")]
    [InlineData("""partial class Owner { [field: {|#0:Contains(typeof(Foo), "Node")|}] PinnedListHead? Head«{ get; }→;» }""")]
    [InlineData("""partial record Owner«([field: {|#0:Contains(typeof(Foo), "Node")|}] ListHead {|ILIST103:Head|})→» { «→[field: Contains(typeof(Foo), "Node")] PinnedListHead? Head;» }""")]
    public Task RejectsOnProperties(string twins) => VerifyTwinsAsync(twins, Message("Owner.Head", "it is a property"));

    [Fact]
    public Task RejectsOnEveryDeclaratorAtOnce() =>
        VerifyRejectedAsync("""struct Owner { [{|#0:Contains(typeof(Foo), "Node")|}] int _first, _second; }""", Message("Owner._first", "its type is 'int'"));

    [Fact]
    public Task RejectsOnHeadsOfOtherLibraries() => VerifyTwinsAsync(
        """
        namespace Mine { public struct ListHead { } }
        partial struct Owner { [{|#0:Contains(typeof(Foo), "Node")|}] «Mine→IntrusiveLists».ListHead _head; }
        """,
        Message("Owner._head", "its type is 'Mine.ListHead'"));

    // The elements of an array have no names that a list could be generated under
    [Theory]
    [InlineData("""[InlineArray(4)] partial struct Heads { «[{|#0:Contains(typeof(Foo), "Node")|}]→» ListHead _first; }""")]
    [InlineData("""«[InlineArray(4)]→» partial struct Heads { [{|#0:Contains(typeof(Foo), "Node")|}] ListHead _first; }""")]
    public Task RejectsOnElementsOfArrays(string twins) => VerifyTwinsAsync(twins, Message("Heads._first", "it is the element of an inline array, which is tagged where it is a field"));

    [Fact]
    public Task RejectsOnArraysOfArrays() => VerifyTwinsAsync(
        """
        partial struct Owner { [{|#0:Contains(typeof(Foo), "Node")|}] «Grid→Heads» _heads; }
        [InlineArray(2)] struct Grid { {|ILIST001:Heads|} _first; }
        [InlineArray(4)] struct Heads { ListHead _first; }
        """.Replace("{|ILIST001:Heads|} _first", "Heads {|ILIST001:_first|}"),
        Message("Owner._heads", "its type is 'Grid'"));

    [Fact]
    public Task RejectsOnEnumMembers() =>
        VerifyRejectedAsync("""enum Owner { [{|#0:Contains(typeof(Foo), nameof(Foo.Node))|}] Head }""", Message("Owner.Head", "its type is 'Owner'"));

    [Theory]
    [InlineData("""partial struct Owner { [{|CS0592:Contains|}(typeof(Foo), "Node")] ListHead Head => default; }""")]
    [InlineData("""partial struct Owner { [{|CS0592:Contains|}(typeof(Foo), "Node")] void Head() { } }""")]
    [InlineData("""[{|CS0592:Contains|}(typeof(Foo), "Node")] partial struct Owner { }""")]
    [InlineData("""partial struct Owner { [Contains(typeof(Foo), "Node")] {|CS0246:Missing|} _head; }""")]
    public Task LeavesToTheCompiler(string source) => VerifyAcceptedAsync(source);

    private static string Message(string field, string reason) =>
        $"[Contains] on '{field}' has no effect: {reason}, and only a field of type ListHead or PinnedListHead, or an inline array of ListHead, starts a list";
}
