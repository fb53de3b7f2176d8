using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class InvalidNodeTests() : RuleTests("ILIST005")
{
    public static TheoryData<string, string> Twins => new()
    {
        { "public «static ListNode {|ILIST103:Node|}→ListNode Node»;", "it is static" },
        { "public «const int→ListNode» Node«= 0→»;", "it is a constant" },
        { "public ListNode «{|ILIST103:Node|} { get; set; }→Node;»", "it is a property" },
        { "public ListNode Node«=> default→»;", "it is a property" },
        { "public ListNode Node«() => default→»;", "it is a method" },
        { "public «int→ListNode» Node;", "its type is 'int'" },
        { "public «{|ILIST103:ListNode?|}→ListNode» Node;", "its type is 'ListNode?'" },
        { "public «ListNodes→ListNode» Node; public struct ListNodes { }", "its type is 'Element.ListNodes'" },
        { "public «Ptr<ListNode>→ListNode» Node;", "its type is 'Ptr<ListNode>'" },
        { "public «Foo→ListNode» Node;", "its type is 'Foo'" },
        { "public «Nodes→ListNode» Node; [InlineArray(2)] public struct Nodes { ListNode _first; }", "its type is 'Element.Nodes'" },
        { "public «unsafe fixed int→ListNode» Node«[4]→»;", "it is a fixed-size buffer" },
        { "public «struct→ListNode» Node«{ }→;»", "it is a type" },
        { "public «struct Node→ListNode Node; struct Another» { } public struct «Node→Another»<T> { }", "it is a type" },
        { "public «event Action→ListNode» Node«{ add { } remove { } }→;»", "it is an event" },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string reason) => VerifyTwinsAsync(
        $$"""
        partial struct Owner { [Contains(typeof(Element), {|#0:nameof(Element.Node)|})] ListHead _head; }
        public struct Element { {{twins}} }
        """,
        Message("Element.Node", reason));

    [Theory]
    [InlineData("""[Contains(typeof(Foo), {|#0:"«ToString→Node»"|})]""", "Foo.ToString", "it is a method")]
    [InlineData("""[Contains(typeof(Foo), {|#0:nameof(«Foo.Value→Foo.Node»)|})]""", "Foo.Value", "its type is 'int'")]
    [InlineData("""[Contains({|#0:node: "«Value→Node»"|}, element: typeof(Foo))]""", "Foo.Value", "its type is 'int'")]
    [InlineData("""[global::IntrusiveLists.ContainsAttribute(typeof(global::Foo), {|#0:@"«Value→Node»"|}, Name = "Ready")]""", "Foo.Value", "its type is 'int'")]
    public Task RejectsOneSpelling(string twins, string node, string reason) => VerifyTwinsAsync($$"""partial struct Owner { {{twins}} ListHead _head; }""", Message(node, reason));

    [Fact]
    public Task RejectsNodesOfOtherLibraries() => VerifyTwinsAsync(
        """
        namespace Mine { public struct ListNode { } }
        public struct Element { public «Mine→IntrusiveLists».ListNode Node; }
        partial struct Owner { [Contains(typeof(Element), {|#0:"Node"|})] ListHead _head; }
        """,
        Message("Element.Node", "its type is 'Mine.ListNode'"));

    [Fact]
    public Task RejectsNodesOfArraysOfHeads() => VerifyTwinsAsync(
        """partial struct Owner { [Contains(typeof(Foo), {|#0:nameof(Foo.«Value→Node»)|})] Heads _head; } [InlineArray(4)] struct Heads { ListHead _first; }""",
        Message("Foo.Value", "its type is 'int'"));

    [Fact]
    public Task RejectsHeads() => VerifyTwinsAsync(
        """
        public partial struct Element { [Contains(typeof(Foo), "Node")] public ListHead Head; public ListNode Node; }
        partial struct Owner { [Contains(typeof(Element), {|#0:"«Head→Node»"|})] ListHead _head; }
        """,
        Message("Element.Head", "its type is 'ListHead'"));

    [Theory]
    [InlineData("public ListNode Node; public int {|CS0102:Node|};")]
    [InlineData("public int Node; public ListNode {|CS0102:Node|} => default;")]
    [InlineData("public {|CS0246:Missing|} Node;")]
    [InlineData("public {|CS0246:Missing|} Node { get; set; }")]
    public Task LeavesBrokenMembersToTheCompiler(string members) => VerifyAcceptedAsync(
        $$"""
        partial struct Owner { [Contains(typeof(Element), "Node")] ListHead _head; }
        public struct Element { {{members}} }
        """);

    private static string Message(string node, string reason) =>
        $"'{node}' cannot link the elements of 'Owner._head': {reason}, and a node is an instance field of type ListNode";
}
