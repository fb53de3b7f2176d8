using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// What the compiler reports already is not reported again in other words.
/// </summary>
public sealed class SilenceTests
{
    public static TheoryData<string> Sources => new()
    {
        // A missing type
        """partial struct Owner { [Contains(typeof({|CS0246:Missing|}), "Node")] ListHead _head; }""",
        """partial struct Owner { [Contains(typeof({|CS0246:Missing|}), nameof({|CS0103:Missing|}.Node))] ListHead _head; }""",
        """partial struct Owner { [Contains(typeof({|CS0246:Missing<int>|}), "Node")] ListHead _head; }""",
        """partial struct Owner { [Contains(typeof({|CS0246:Missing<>|}), "Node")] ListHead _head; }""",
        """partial struct Owner { [Contains(typeof(Foo.{|CS0426:Missing|}), "Node")] ListHead _head; }""",
        """partial struct Owner { [Contains(typeof(Ptr<{|CS0246:Missing|}>), "Node")] ListHead _head; }""",
        """partial struct Owner { [Contains(typeof(Element), "Node")] ListHead _head; } partial struct Element { public {|CS0246:Missing|} Value; public ListNode Node; }""",
        """partial struct Owner { [Contains(typeof(Element), "Node")] ListHead _head; } partial struct Element { public {|CS0246:ListNodes|} Node; }""",
        """partial struct Owner { [Contains(typeof(Foo), "Node")] {|CS0246:ListHeads|} _head; }""",
        """partial struct Owner { [{|CS0246:{|CS0246:Contain|}|}(typeof(Foo), "Node")] int _head; }""",
        """partial class Owner<T> { [Contains({|CS0416:typeof(Entry)|}, "Node")] readonly PinnedListHead _head = new(); partial struct Entry { public ListNode Node; } }""",

        // A missing member, argument or constant
        """partial struct Owner { [{|CS7036:Contains|}] ListHead _head; }""",
        """partial struct Owner { [{|CS7036:Contains(typeof(Foo))|}] ListHead _head; }""",
        """partial struct Owner { [{|CS1729:Contains(typeof(Foo), "Node", "Other")|}] ListHead _head; }""",
        """partial struct Owner { [Contains({|CS1503:"Foo"|}, "Node")] ListHead _head; }""",
        """partial struct Owner { [Contains(typeof(Foo), {|CS1503:1|})] ListHead _head; }""",
        """partial struct Owner { static string s_node = "Node"; [Contains(typeof(Foo), {|CS0182:s_node|})] ListHead _head; }""",
        """partial struct Owner { [Contains(typeof(Foo), "Node", {|CS0246:Missing|} = 1)] ListHead _head; }""",
        """partial struct Owner { [Contains(typeof(Foo), "Node", Name = {|CS0029:1|})] ListHead _head; }""",

        // Half a tag
        """partial struct Owner { [Contains(typeof({|CS1031:)|}, "Node")] ListHead _head; }""",
        """partial struct Owner { [Contains(typeof(Foo), {|CS1525:)|}] ListHead _head; }""",
        """partial struct Owner { [Contains(typeof(Foo), {|CS0103:nameof|}())] ListHead _head; }""",
        """partial struct Owner { [Contains(typeof(Foo), nameof(Foo.{|CS1001:)|})] ListHead _head; }""",

        // Something twice
        """partial struct Owner { [Contains(typeof(Foo), "Node"), {|CS0579:Contains|}(typeof(Bar), "Link")] ListHead _head; }""",
        """partial struct Owner { [Contains(typeof(Foo), "Node")] ListHead _head; int {|CS0102:_head|}; }""",
        """partial struct Owner { [Contains(typeof(Element), "Node")] ListHead _head; } partial struct Element { public ListNode Node; public ListNode {|CS0102:Node|}; }""",
        """partial struct Owner { [Contains(typeof(Foo), "Node")] ListHead _head; } partial class {|CS0261:Owner|} { }""",
        """partial struct Owner { [Contains(typeof(Element), "Node")] ListHead _head; } partial struct Element { public ListNode Node; } partial class {|CS0261:Element|} { }""",
        """partial struct Owner { [Contains(typeof(Foo), "Node", Name = "A", {|CS0643:Name = "B"|})] ListHead _head; }""",

        // A type that contains itself
        """partial struct Owner { [Contains(typeof(Element), "Node")] ListHead _head; } partial struct Element { public Element {|CS0523:Inner|}; public ListNode Node; }""",
        """[StructLayout(LayoutKind.Sequential, Pack = 4)] partial struct Owner { Owner {|CS0523:_inner|}; [Contains(typeof(Foo), "Node")] ListHead _head; }""",
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public Task SaysNothingMore(string source) => Verify.ReportsAsync(source, CompilerDiagnostics.Errors);
}
