using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class MissingNodeTests() : RuleTests("ILIST004")
{
    public static TheoryData<string, string, string> Twins => new()
    {
        { """partial struct Owner { [Contains(typeof(Foo), {|#0:"«Nod→Node»"|})] ListHead _head; }""", "'Foo' has no member 'Nod'", "; did you mean 'Node'?" },
        { """partial struct Owner { [Contains(typeof(Foo), {|#0:"«node→Node»"|})] ListHead _head; }""", "'Foo' has no member 'node'", "; did you mean 'Node'?" },
        { """partial struct Owner { [Contains(typeof(Foo), {|#0:"« Node→Node»"|})] ListHead _head; }""", "'Foo' has no member ' Node'", "; did you mean 'Node'?" },
        { """partial struct Owner { [Contains(typeof(Foo), {|#0:"«→Node»"|})] ListHead _head; }""", "'Foo' has no member ''", "; did you mean 'Node'?" },
        { """partial struct Owner { [Contains(typeof(Foo), {|#0:"«Othr→Other»"|})] ListHead _head; }""", "'Foo' has no member 'Othr'", "; did you mean 'Other'?" },
        { """partial struct Owner { [Contains(typeof(Foo), {|#0:nameof(«Bar.Link→Foo.Node»)|})] ListHead _head; }""", "'Foo' has no member 'Link'", "; did you mean 'Node'?" },
        { """partial struct Owner { [Contains(typeof(«Bar→Foo»), {|#0:nameof(Foo.Other)|})] ListHead _head; }""", "'Bar' has no member 'Other'", "; did you mean 'Link'?" },
        { """partial struct Owner { [Contains({|#0:node: "«Nod→Node»"|}, element: typeof(Foo))] ListHead _head; }""", "'Foo' has no member 'Nod'", "; did you mean 'Node'?" },
        { """partial struct Owner { const string Node = "«Nod→Node»"; [Contains(typeof(Foo), {|#0:Node|})] ListHead _head; }""", "'Foo' has no member 'Nod'", "; did you mean 'Node'?" },
        { """partial struct Owner { [Contains(typeof(Foo), {|#0:"No" + "«_→de»"|})] ListHead _head; }""", "'Foo' has no member 'No_'", "; did you mean 'Node'?" },
        { """partial struct Owner { [Contains(typeof(Foo), {|#0:"«NodeLink→Node»"|})] ListHead _head; }""", "'Foo' has no member 'NodeLink'", "; did you mean 'Node'?" },
        { """partial struct Owner { [Contains(typeof(Element), {|#0:"«@class→class»"|})] ListHead _head; } struct Element { public ListNode @class; }""", "'Element' has no member '@class'", "; did you mean 'class'?" },
        { """partial struct Owner { [Contains(typeof(Element), {|#0:"Node"|})] ListHead _head; } struct Element { «→public ListNode Node;» }""", "'Element' has no member 'Node'", "; it has no node yet: add a field of type ListNode" },
        {
            """
            namespace Elsewhere;
            using Element = Outer<int>.Inner;
            partial struct Owner { [Contains(typeof(Element), {|#0:"«Name→Node»"|})] ListHead _head; }
            class Outer<T> where T : unmanaged { public partial struct Inner { public T Value; public ListNode Node; } }
            """,
            "'Outer<int>.Inner' has no member 'Name'",
            "; did you mean 'Node'?"
        },

        // There is nothing to add a node to
        { """partial struct Owner { [Contains(typeof(«Guid→Foo»), {|#0:"Node"|})] ListHead _head; }""", "'Guid' has no member 'Node'", "; it has no node" },
        { """partial struct Owner { [Contains(typeof(«(int, int)→Foo»), {|#0:"Node"|})] ListHead _head; }""", "'(int, int)' has no member 'Node'", "; it has no node" },

        // What the compiler makes has no name
        {
            """partial struct Owner { [Contains(typeof(Element), {|#0:"«<Property>k__BackingField→Node»"|})] ListHead _head; } struct Element { public ListNode {|ILIST103:Property|} { get; set; } public ListNode Node; }""",
            "'Element' has no member '<Property>k__BackingField'",
            "; did you mean 'Node'?"
        },
        {
            """partial struct Owner { [Contains(typeof(Element), {|#0:"Nod«→e»"|})] ListHead _head; } struct Element { public ListNode {|ILIST103:Property|} { get; set; } public «int→ListNode» Node; }""",
            "'Element' has no member 'Nod'",
            "; it has no node yet: add a field of type ListNode"
        },
    };

    [Fact]
    public Task RejectsNodesOfArraysOfHeads() => VerifyTwinsAsync(
        """partial struct Owner { [Contains(typeof(Foo), {|#0:"«Nod→Node»"|})] Heads _heads; } [InlineArray(4)] struct Heads { ListHead _first; }""",
        "'Foo' has no member 'Nod' that could link the elements of 'Owner._heads'; did you mean 'Node'?");

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string problem, string suggestion) =>
        VerifyTwinsAsync(twins, $"{problem} that could link the elements of 'Owner._head'{suggestion}");

    [Theory]
    [InlineData("nameof(Foo.{|CS0117:Nod|})")]
    [InlineData("nameof({|CS0103:Missing|})")]
    [InlineData("nameof({|CS0103:Missing|}.Node)")]
    [InlineData("{|CS0103:Missing|}")]
    [InlineData("{|CS1503:5|}")]
    [InlineData("{|CS0182:string.Empty|}")]
    public Task LeavesBrokenNamesToTheCompiler(string node) => VerifyAcceptedAsync($$"""partial struct Owner { [Contains(typeof(Foo), {{node}})] ListHead _head; }""");
}
