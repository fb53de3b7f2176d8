using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Of several errors in a row the first is reported, and not what follows from it; errors of different causes are all reported.
/// </summary>
public sealed class RootCauseTests
{
    public static TheoryData<string, string[]> Sources => new()
    {
        // A wrong element: nothing about its node, its link or its accessibility
        { """partial struct Owner { [Contains(typeof({|#0:string|}), "Node")] ListHead _head; }""", ["ILIST003"] },
        { """partial struct Owner { [Contains(typeof({|#0:Element|}), "Node")] ListHead _head; } struct Element { string _text; readonly ListNode {|#1:Node|}; }""", ["ILIST003", "ILIST009"] },

        // A wrong node: nothing about its accessibility or its link
        { """partial struct Owner { [Contains(typeof(Element), {|#0:"Node"|})] ListHead _head; } struct Element { private int Node; }""", ["ILIST005"] },
        { """partial struct Owner { [Contains(typeof(Element), {|#0:"Node"|})] ListHead _head; } partial struct Element { private int Node; int NodeLink; }""", ["ILIST005"] },
        { """partial struct Owner { [Contains(typeof(Element), {|#0:"Nod"|})] ListHead _head; } partial struct Element { private ListNode Node; int NodeLink; }""", ["ILIST004"] },

        // A node out of reach is not also readonly at the tag
        { """partial struct Owner { [Contains(typeof(Element), {|#0:"Node"|})] ListHead _head; } struct Element { readonly ListNode {|#1:Node|}; }""", ["ILIST007", "ILIST009"] },

        // A stray tag is not read
        { """struct Owner { [{|#0:Contains(typeof(string), "Nothing", Name = "1x", Lock = "Missing")|}] int _head; }""", ["ILIST002"] },

        // A head without a tag needs no owner that is partial
        { """struct Owner { ListHead {|#0:_head|}; }""", ["ILIST001"] },

        // An owner of many heads
        { """struct {|#0:Owner|} { [Contains(typeof(Foo), "Node")] ListHead _first, _second; [Contains(typeof(Foo), "Node")] ListHead _third; }""", ["ILIST008"] },

        // An element that is wrong once is wrong at each head
        { """partial struct Owner { [Contains(typeof({|#0:int|}), "Node")] ListHead _first; [Contains(typeof({|#1:int|}), "Node")] ListHead _second; }""", ["ILIST003", "ILIST003"] },

        // One tag on several heads
        { """partial struct Owner { [Contains(typeof({|#0:int|}), "Node")] ListHead _first, _second; }""", ["ILIST003"] },
        { """partial struct Owner { [Contains(typeof(Foo), "Node", {|#0:Name = "Same"|})] ListHead _first, _second; }""", ["ILIST014"] },

        // Causes that have nothing to do with each other
        { """struct {|#0:Owner|} { [Contains(typeof({|#1:int|}), "Node", {|#2:Name = "1x"|}, {|#3:Lock = "Missing"|})] readonly ListHead {|#4:_head|}; }""", ["ILIST008", "ILIST003", "ILIST014", "ILIST013", "ILIST009"] },
        { """partial class Owner { ListHead {|#0:{|#1:_head|}|}; }""", ["ILIST001", "ILIST103"] },

        // Errors of the compiler, and nothing of ours
        { """partial struct Owner { [Contains(typeof({|CS0246:Missing|}), "Node")] ListHead _head; }""", [] },
        { """partial struct Owner { [Contains(typeof(Foo), "Node"), {|CS0579:Contains|}(typeof(string), "Nothing")] ListHead _head; }""", [] },
        { """partial struct Owner { [Contains(typeof(Foo), "Node")] ListHead _head; [Contains(typeof(Foo), "Node")] ListHead {|CS0102:_head|}; }""", [] },
        { """partial struct Owner { [Contains(typeof(Foo), "Node")] ListHead _head; } struct {|CS0260:Owner|} { }""", [] },
        { """partial struct Owner { [Contains(typeof(Foo), "Node")] ListHead _head; } partial class {|CS0261:Owner|} { }""", [] },
        { """partial struct Owner : {|CS0246:Missing|} { [Contains(typeof(Foo), "Node")] ListHead _head; }""", [] },
        { """partial struct Owner { [Contains(typeof(Element), "Node")] ListHead _head; } struct Element { public ListNode Node; public {|CS0246:Missing|} Value; }""", [] },
        { """partial struct Owner { [Contains(typeof(Element), "Node")] ListHead _head; } struct Element { public ListNode Node; public Element {|CS0523:Value|}; }""", [] },
        { """partial struct Owner { [Contains(typeof(Foo), "Node", {|CS0246:Nam|} = "Ready")] ListHead _head; }""", [] },
        { """partial struct Owner { [Contains(typeof(Foo), "Node", Name = "A", {|CS0643:Name = "B"|})] ListHead _head; }""", [] },
        { """partial struct Owner<T> { [Contains({|CS0416:typeof(Element<T>)|}, "Node")] ListHead _head; } struct Element<T> { public ListNode Node; }""", [] },
        { """partial struct Owner { [Contains(typeof(Foo), "Node")] {|CS0246:ListHed|} _head; }""", [] },
        { """class Owner { {|CS0246:Lst<Foo>|}? _list; }""", [] },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public Task IsReported(string source, string[] rules)
    {
        var expected = new DiagnosticResult[rules.Length];
        for (int place = 0; place < rules.Length; place++)
        {
            expected[place] = new DiagnosticResult(rules[place], DiagnosticSeverity.Error).WithLocation(place);
        }

        return Verify.ReportsAsync(source, CompilerDiagnostics.Errors, expected);
    }
}
