using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class UnprovedNodeTests() : RuleTests("ILIST202", DiagnosticSeverity.Warning)
{
    private const string Owner = """
        partial struct Owner { [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _foos; }
        """;

    [Theory]
    [InlineData("class P { Ptr<Foo> M(«→[NodeOf(typeof(Foo), nameof(Foo.Node))]» Ptr<ListNode> node) => Foo.NodeLink.ContainerOf({|#0:node|}); }")]
    [InlineData("unsafe class P { Ptr<Foo> M(«→[NodeOf(typeof(Foo), nameof(Foo.Node))]» ListNode* node) { var same = node; return Foo.NodeLink.ContainerOf({|#0:same|}); } }")]
    [InlineData("class P { «→[NodeOf(typeof(Foo), nameof(Foo.Node))]» Ptr<ListNode> _node; Ptr<Foo> Element => Foo.NodeLink.ContainerOf({|#0:_node|}); }")]
    [InlineData("class P { «→[NodeOf(typeof(Foo), nameof(Foo.Node))]» Ptr<ListNode> Node { get; set; } Ptr<Foo> this[int i] { get { return Foo.NodeLink.ContainerOf({|#0:Node|}); } } }")]
    [InlineData("class P { «→[return: NodeOf(typeof(Foo), nameof(Foo.Node))]» static Ptr<ListNode> Find() => default; P() { Foo.NodeLink.ContainerOf({|#0:Find()|}); } }")]
    [InlineData("unsafe class P { Ptr<Foo> M(Foo* p, nint n) => Foo.NodeLink.ContainerOf({|#0:(ListNode*)«n→&p->Node»|}); }")]
    [InlineData("unsafe class P { Ptr<Foo> M(Foo* p) => Foo.NodeLink.ContainerOf({|#0:&p->Node«+ 1→»|}); }")]
    [InlineData("unsafe class P { Ptr<Foo> M(Foo* p) { ListNode* n = &p->Node; «n++→Console.Beep()»; return Foo.NodeLink.ContainerOf({|#0:n|}); } }")]
    [InlineData("unsafe class P { Ptr<Foo> M(«→[NodeOf(typeof(Foo), nameof(Foo.Node))]» ref ListNode node) => Foo.NodeLink.ContainerOf({|#0:(ListNode*)Unsafe.AsPointer(ref node)|}); }")]
    [InlineData("class P { void M() { Action<int> a = _ => { Foo.NodeLink.ContainerOf({|#0:Find()|}); }; «→[return: NodeOf(typeof(Foo), nameof(Foo.Node))]» static Ptr<ListNode> Find() => default; } }")]
    [InlineData("class P { void M(Ptr<Foo> p, bool c, Ptr<ListNode> node) { Foo.NodeLink.ContainerOf({|#0:c ? Foo.NodeLink.NodeOf(p) : «node→default»|}); } }")]
    [InlineData("class P { static void Get(«→[NodeOf(typeof(Foo), nameof(Foo.Node))]» out Ptr<ListNode> node) => node = default; void M() { using var s = new System.IO.MemoryStream(); Get(out Ptr<ListNode> node); Foo.NodeLink.ContainerOf({|#0:node|}); } }")]
    [InlineData("class P { Ptr<Foo> M(Ptr<ListNode> node, Ptr<Foo> p) => ListLink.ContainerOf<Foo, Foo.NodeLink>({|#0:«node→Foo.NodeLink.NodeOf(p)»|}); }", "ListLink.ContainerOf")]
    [InlineData("class P { static void Take([NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> node) { } void M(«→[NodeOf(typeof(Foo), nameof(Foo.Node))]» Ptr<ListNode> node) => Take({|#0:node|}); }", "P.Take")]
    [InlineData("class P { [return: NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> M(«→[NodeOf(typeof(Foo), nameof(Foo.Node))]» Ptr<ListNode> node) => {|#0:node|}; }", "P.M")]
    [InlineData("class P { [NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> _node; P(«→[NodeOf(typeof(Foo), nameof(Foo.Node))]» Ptr<ListNode> node) => _node = {|#0:node|}; }", "P._node")]
    [InlineData("class P { Ptr<Foo> M([NodeOf(typeof(Foo), \"«Nod→Node»\")] Ptr<ListNode> node) => Foo.NodeLink.ContainerOf({|#0:node|}); }")]
    [InlineData("partial class P<T> { System.Collections.Generic.IEnumerable<Ptr<Foo>> M(«→[NodeOf(typeof(Foo), nameof(Foo.Node))]» Ptr<ListNode> node) { yield return Foo.NodeLink.ContainerOf({|#0:node|}); } }")]
    public Task RejectsOneTwin(string twins, string place = "Foo.NodeLink.ContainerOf") => VerifyTwinsAsync(
        Owner + twins,
        $"'{place}' expects the address of 'Foo.Node', and nothing says that this is one: take it from an element, or state what it is where it comes from, as in [NodeOf(typeof(Foo), \"Node\")]");
}
