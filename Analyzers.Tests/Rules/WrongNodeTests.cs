using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class WrongNodeTests() : RuleTests("ILIST201")
{
    private const string Owner = """
        partial struct Owner
        {
            [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _foos;
            [Contains(typeof(Foo), nameof(Foo.Other))] private ListHead _others;
            [Contains(typeof(Bar), nameof(Bar.Link))] private ListHead _bars;
        }
        """;

    public static TheoryData<string, string> Twins => new()
    {
        { "unsafe class P { Ptr<Foo> M(Foo* p) => Foo.NodeLink.ContainerOf({|#0:&p->«Other→Node»|}); }", "'Foo.Other'" },
        { "unsafe class P { Ptr<Foo> M(Foo* p) => Foo.«NodeLink→OtherLink».ContainerOf({|#0:&(*p).Other|}); }", "'Foo.Other'" },
        { "class P { Ptr<Foo> M(Ptr<Foo> p) => Foo.NodeLink.ContainerOf({|#0:Foo.«OtherLink→NodeLink».NodeOf(p)|}); }", "'Foo.Other'" },
        { "class P { Ptr<Foo> M(Ptr<Foo> p, Ptr<Bar> b) { var node = «Bar.LinkLink.NodeOf(b)→Foo.NodeLink.NodeOf(p)»; var same = node; return Foo.NodeLink.ContainerOf({|#0:same|}); } }", "'Bar.Link'" },
        { "unsafe class P { Ptr<Foo> M(Foo* p) { ListNode free = default; return Foo.NodeLink.ContainerOf({|#0:«&free→&p->Node»|}); } }", "the variable 'free', which is part of no element" },
        { "unsafe partial class P { public partial struct Heads { [Contains(typeof(Foo), \"Node\")] public ListHead Head; } Ptr<Foo> M(Foo* p, Heads* h) => Foo.NodeLink.ContainerOf({|#0:(ListNode*)«&h->Head→&p->Node»|}); }", "the head 'P.Heads.Head', which is part of no element" },
        { "unsafe class P { Ptr<Foo> M(ListNode free, Foo* p) { return Foo.NodeLink.ContainerOf({|#0:new Ptr<ListNode>(«&free→&p->Node»)|}); } }", "the parameter 'free', which is part of no element" },
        { "unsafe class P { Ptr<Foo> M(Foo* p, Bar* b, bool c) => Foo.NodeLink.ContainerOf({|#0:c ? &p->Node : «&b->Link→&(p + 1)->Node»|}); }", "on one path 'Bar.Link'" },
        { "unsafe class P { Ptr<Foo> M(Foo* p, int n) => Foo.NodeLink.ContainerOf({|#0:n switch { 0 => &p->Node, 1 => &p->«Other→Node», _ => null }|}); }", "on one path 'Foo.Other'" },
        { "unsafe class P { Ptr<Foo> M(Foo* p, bool c) { ListNode* node = &p->Node; if (c) { node = &p->«Other→Node»; } return Foo.NodeLink.ContainerOf({|#0:node|}); } }", "on one path 'Foo.Other'" },
        { "unsafe class P { Ptr<Foo> M(Ptr<Foo> p) { ref ListNode node = ref p.Value.«Other→Node»; return Foo.NodeLink.ContainerOf({|#0:(ListNode*)Unsafe.AsPointer(ref node)|}); } }", "'Foo.Other'" },
        { "unsafe class P { Ptr<Foo> M(Ptr<Foo> p) { fixed (ListNode* node = &p.Value.«Other→Node») { return Foo.NodeLink.ContainerOf({|#0:node|}); } } }", "'Foo.Other'" },
        { "unsafe class P { Ptr<Foo> M(Foo* p) { void* raw = &p->«Other→Node»; var node = (ListNode*)raw; return Foo.NodeLink.ContainerOf({|#0:node|}); } }", "'Foo.Other'" },
        { "unsafe class P { Ptr<Foo> M(Ptr<Foo> p) { var (node, n) = (Foo.«OtherLink→NodeLink».NodeOf(p), 1); return Foo.NodeLink.ContainerOf({|#0:node|}); } }", "'Foo.Other'" },
        { "class P { Ptr<Foo> M([NodeOf(typeof(Foo), nameof(Foo.«Other→Node»))] Ptr<ListNode> node) => Foo.NodeLink.ContainerOf({|#0:node|}); }", "'Foo.Other'" },
        { "class P { [NodeOf(typeof(Foo), \"«Other→Node»\")] Ptr<ListNode> _node; Ptr<Foo> M() { return Foo.NodeLink.ContainerOf({|#0:_node|}); } }", "'Foo.Other'" },
        { "class P { [NodeOf(typeof(Foo), \"«Other→Node»\")] Ptr<ListNode> Place { get; set; } Ptr<Foo> this[int i] => Foo.NodeLink.ContainerOf({|#0:Place|}); }", "'Foo.Other'" },
        { "class P { [return: NodeOf(typeof(Foo), \"«Other→Node»\")] static Ptr<ListNode> Find() => default; static P() { Foo.NodeLink.ContainerOf({|#0:Find()|}); } }", "'Foo.Other'" },
        { "class P { void M(Ptr<Foo> p) { Func<Ptr<Foo>> f = () => Foo.NodeLink.ContainerOf({|#0:Foo.«OtherLink→NodeLink».NodeOf(p)|}); } }", "'Foo.Other'" },
        { "class P { void M(Ptr<Foo> p) { var node = Foo.«OtherLink→NodeLink».NodeOf(p); Local(); void Local() { Foo.NodeLink.ContainerOf({|#0:node|}); } } }", "'Foo.Other'" },
        { "class P { System.Collections.Generic.IEnumerable<Ptr<Foo>> M(Ptr<Foo> p) { var node = Foo.«OtherLink→NodeLink».NodeOf(p); yield return p; yield return Foo.NodeLink.ContainerOf({|#0:node|}); } }", "'Foo.Other'" },
        { "class P { async System.Threading.Tasks.Task M(Ptr<Foo> p) { var node = Foo.«OtherLink→NodeLink».NodeOf(p); await System.Threading.Tasks.Task.Yield(); Foo.NodeLink.ContainerOf({|#0:node|}); } }", "'Foo.Other'" },
        { "class P { Ptr<Foo> M(Ptr<Foo> p) { if (Foo.«OtherLink→NodeLink».NodeOf(p) is var node && !node.IsNull) { return Foo.NodeLink.ContainerOf({|#0:node|}); } return p; } }", "'Foo.Other'" },
        { "partial class P<T> { Ptr<Foo> M(Ptr<Foo> p) { using var s = new System.IO.MemoryStream(); return Foo.NodeLink.ContainerOf({|#0:Foo.«OtherLink→NodeLink».NodeOf(p)|}); } }", "'Foo.Other'" },
        { "unsafe struct P { Foo _foo; Ptr<Foo> M() { fixed (Foo* p = &_foo) { ListNode* node = null; try { node = &p->«Other→Node»; } finally { } return Foo.NodeLink.ContainerOf({|#0:node|}); } } }", "'Foo.Other'" },
        { "class P { void Get([NodeOf(typeof(Foo), \"«Other→Node»\")] out Ptr<ListNode> node) => node = default; void M() { Get(out var node); Foo.NodeLink.ContainerOf({|#0:node|}); } }", "'Foo.Other'" },
        { "class P { Ptr<Foo> M(Ptr<Foo> p) => Foo.«OtherLink→NodeLink».NodeOf(p) is { IsNull: false } n ? Foo.NodeLink.ContainerOf({|#0:n|}) : p; }", "'Foo.Other'" },
        { "class P { Ptr<Foo> M(Ptr<Foo> p) { if (Foo.«OtherLink→NodeLink».NodeOf(p) is not { IsNull: false } n) return p; return Foo.NodeLink.ContainerOf({|#0:n|}); } }", "'Foo.Other'" },
        { "unsafe class P { Ptr<Foo> M(Foo* p) { nint address = (nint)(&p->«Other→Node»); return Foo.NodeLink.ContainerOf({|#0:(ListNode*)address|}); } }", "'Foo.Other'" },
        { "unsafe class P { Ptr<Foo> M(Foo* p) { var address = new IntPtr(&p->«Other→Node»); return Foo.NodeLink.ContainerOf({|#0:(ListNode*)address.ToPointer()|}); } }", "'Foo.Other'" },
        { "class P { [field: NodeOf(typeof(Foo), \"«Other→Node»\")] Ptr<ListNode> Place { get; set; } Ptr<Foo> M() => Foo.NodeLink.ContainerOf({|#0:Place|}); }", "'Foo.Other'" },
        { "abstract class A { public abstract Ptr<Foo> Up([NodeOf(typeof(Foo), \"«Other→Node»\")] Ptr<ListNode> node); } class B : A { public override Ptr<Foo> Up(Ptr<ListNode> node) => Foo.NodeLink.ContainerOf({|#0:node|}); }", "'Foo.Other'" },
        { "class P { void M(Ptr<Foo> p) { var pair = (Foo.«OtherLink→NodeLink».NodeOf(p), 1); Foo.NodeLink.ContainerOf({|#0:pair.Item1|}); } }", "'Foo.Other'" },
        { "class P { void M(Ptr<Foo> p) { var pair = (A: Foo.NodeLink.NodeOf(p), B: Foo.OtherLink.NodeOf(p)); var same = pair; Foo.NodeLink.ContainerOf({|#0:same.«B→A»|}); } }", "'Foo.Other'" },
        { "class P { void M(Ptr<Foo> p) { var nest = (1, (Foo.NodeLink.NodeOf(p), 2)); nest.Item2.Item1 = Foo.NodeLink.NodeOf(p); nest = (1, (Foo.«OtherLink→NodeLink».NodeOf(p), 2)); Foo.NodeLink.ContainerOf({|#0:nest.Item2.Item1|}); } }", "'Foo.Other'" },
        { "class P { void M(Ptr<Foo> p) { var n = Foo.NodeLink.NodeOf(p); int i; (i, (n, i)) = (1, (Foo.«OtherLink→NodeLink».NodeOf(p), 2)); Foo.NodeLink.ContainerOf({|#0:n|}); } }", "'Foo.Other'" },
        { "class P { void M(Ptr<Foo> p) { var pair = (A: Foo.NodeLink.NodeOf(p), B: Foo.OtherLink.NodeOf(p)); var (same, _) = (pair, 1); Foo.NodeLink.ContainerOf({|#0:same.«B→A»|}); } }", "'Foo.Other'" },
        { "class P { Ptr<Foo> M(Ptr<Foo> p, bool c) => (Foo.«OtherLink→NodeLink».NodeOf(p), c) switch { (var n, true) => Foo.NodeLink.ContainerOf({|#0:n|}), _ => default }; }", "'Foo.Other'" },
        { "record struct Entry([NodeOf(typeof(Foo), \"«Other→Node»\")] Ptr<ListNode> Node, int Key); class P { Ptr<Foo> M(object o) => o is Entry(var n, _) ? Foo.NodeLink.ContainerOf({|#0:n|}) : default; }", "'Foo.Other'" },
        { "delegate void Visit([NodeOf(typeof(Foo), \"«Other→Node»\")] Ptr<ListNode> node); class P { void M() { Visit visit = n => Foo.NodeLink.ContainerOf({|#0:n|}); } }", "'Foo.Other'" },
        { "class Cursor { [NodeOf(typeof(Foo), \"«Other→Node»\")] public Ptr<ListNode> At; } class P { Ptr<Foo> M(object c) => c is Cursor { At: var n } ? Foo.NodeLink.ContainerOf({|#0:n|}) : default; }", "'Foo.Other'" },
        { "class P { void M(Ptr<Foo> p, bool c) { Ptr<ListNode> n = default; if (c) { n = Foo.«OtherLink→NodeLink».NodeOf(p); } Use(); void Use() => Foo.NodeLink.ContainerOf({|#0:n|}); } }", "on one path 'Foo.Other'" },
        { "interface I { [NodeOf(typeof(Foo), \"«Other→Node»\")] Ptr<ListNode> Place { get; } } class B : I { public Ptr<ListNode> Place => default; Ptr<Foo> M() => Foo.NodeLink.ContainerOf({|#0:Place|}); }", "'Foo.Other'" },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string actual) => VerifyTwinsAsync(Owner + twins, Message(actual));

    [Theory]
    [InlineData("class P { static void Take([NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> node) { } void M(Ptr<Foo> p) => Take({|#0:Foo.«OtherLink→NodeLink».NodeOf(p)|}); }", "P.Take")]
    [InlineData("class P { static void Take([NodeOf(typeof(Foo), \"Node\")] (Ptr<ListNode>, int) pair) { } void M(Ptr<Foo> p) { var pair = (Foo.NodeLink.NodeOf(p), 1); pair.Item1 = Foo.«OtherLink→NodeLink».NodeOf(p); Take({|#0:pair|}); } }", "P.Take")]
    [InlineData("class P { static void Take([NodeOf(typeof(Foo), \"Node\")] in ListNode node) { } void M(Ptr<Foo> p) => Take(in {|#0:p.Value.«Other→Node»|}); }", "P.Take")]
    [InlineData("class P { P([NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> node) { } P(Ptr<Foo> p) : this({|#0:Foo.«OtherLink→NodeLink».NodeOf(p)|}) { } }", "P")]
    [InlineData("class P { [return: NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> M(Ptr<Foo> p) => {|#0:Foo.«OtherLink→NodeLink».NodeOf(p)|}; }", "P.M")]
    [InlineData("class P { [return: NodeOf(typeof(Foo), \"Node\")] ref ListNode M(Ptr<Foo> p) => ref {|#0:p.Value.«Other→Node»|}; }", "P.M")]
    [InlineData("class P { Ptr<Foo> _p; [NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> Place => {|#0:Foo.«OtherLink→NodeLink».NodeOf(_p)|}; }", "P.Place")]
    [InlineData("class P { [NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> _place; void M(Ptr<Foo> p) => _place = {|#0:Foo.«OtherLink→NodeLink».NodeOf(p)|}; }", "P._place")]
    [InlineData("class P { [NodeOf(typeof(Foo), \"Node\")] public Ptr<ListNode> Place { get; init; } static P M(Ptr<Foo> p) => new() { Place = {|#0:Foo.«OtherLink→NodeLink».NodeOf(p)|} }; }", "P.Place")]
    [InlineData("class P { void M(Ptr<Foo> p) { Take({|#0:Foo.«OtherLink→NodeLink».NodeOf(p)|}); static void Take([NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> node) { } } }", "Take")]
    [InlineData("class P { void M([NodeOf(typeof(Foo), \"Node\")] out Ptr<ListNode> node, Ptr<Foo> p) { node = {|#0:Foo.«OtherLink→NodeLink».NodeOf(p)|}; } }", "node")]
    [InlineData("interface I { [return: NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> At(Ptr<Foo> p); } class B : I { Ptr<ListNode> I.At(Ptr<Foo> p) => {|#0:Foo.«OtherLink→NodeLink».NodeOf(p)|}; }", "B.I.At")]
    public Task RejectsWhatIsHandedOver(string twins, string place) =>
        VerifyTwinsAsync(Owner + twins, $"'{place}' expects the address of 'Foo.Node', and this is 'Foo.Other': the program would read and write memory that is no 'Foo'; pass the address of 'Foo.Node'");

    [Fact]
    public Task RejectsNodesOfAnotherAssembly() => VerifyTwinsAsync(
        """
        class P { Ptr<Element> M(Ptr<Element> p) => Element.NodeLink.ContainerOf({|#0:Element.«OtherLink→NodeLink».NodeOf(p)|}); }
        // library
        public partial struct Element { public ListNode Node, Other; }
        public partial struct Owner { [Contains(typeof(Element), "Node")] ListHead _head; [Contains(typeof(Element), "Other")] ListHead _other; }
        """,
        "'Element.NodeLink.ContainerOf' expects the address of 'Element.Node', and this is 'Element.Other': the program would read and write memory that is no 'Element'; pass the address of 'Element.Node'");

    [Fact]
    public Task RejectsAnotherTypeArgument() => VerifyTwinsAsync(
        """
        public partial struct Element<T> where T : unmanaged { public T Value; public ListNode Node; }
        partial struct Owner { [Contains(typeof(Element<int>), "Node")] ListHead _head; [Contains(typeof(Element<long>), "Node")] ListHead _other; }
        unsafe class P { Ptr<Element<int>> M(Element<«long→int»>* p) => Element<int>.NodeLink.ContainerOf({|#0:&p->Node|}); }
        """,
        "'Element<int>.NodeLink.ContainerOf' expects the address of 'Element<int>.Node', and this is 'Element<long>.Node': the program would read and write memory that is no 'Element<int>'; pass the address of 'Element<int>.Node'");

    [Theory]
    [InlineData("unsafe class P { ListNode* M(Foo* p) { ListNode* n = &p->Other; n = &p->Node; Foo.NodeLink.ContainerOf(n); return n; } }")]
    [InlineData("class P { void M() { Foo.NodeLink.ContainerOf(default); Ptr<ListNode> n = default; Foo.NodeLink.ContainerOf(n); } }")]
    [InlineData("unsafe class P { void M(Foo* p) { ListNode* n = null; foreach (var i in new int[3]) { n = &p[i].Node; } Foo.NodeLink.ContainerOf(n); } }")]
    [InlineData("class P { void M(Ptr<Foo> p, Ptr<Bar> b, bool c) { if (c) { Foo.NodeLink.ContainerOf(Foo.NodeLink.NodeOf(p)); } else { Bar.LinkLink.ContainerOf(Bar.LinkLink.NodeOf(b)); } } }")]
    [InlineData("class P { Ptr<Foo> M(Ptr<Foo> p) { var n = Foo.NodeLink.NodeOf(p); Func<Ptr<Foo>> f = () => Foo.NodeLink.ContainerOf(n); return f(); } }")]
    [InlineData("class P { Ptr<Foo> M([NodeOf(typeof(Foo), nameof(Foo.Node))] Ptr<ListNode> n) { while (true) { var next = n; if (next.IsNull) { continue; } return Foo.NodeLink.ContainerOf(next); } } }")]
    [InlineData("class P { [NodeOf(typeof(Foo), nameof(Foo.Node))] Ptr<ListNode> _n; public P([NodeOf(typeof(Foo), nameof(Foo.Node))] Ptr<ListNode> n) => _n = n; [NodeOf(typeof(Foo), nameof(Foo.Node))] Ptr<ListNode> N { get => _n; set => _n = value; } }")]
    [InlineData("unsafe class P { Ptr<Foo> M(Ptr<Foo> p, bool c) { try { if (!c) { throw new Exception(); } ListNode* n = &p.Pointer->Node; return Foo.NodeLink.ContainerOf(n); } catch { return default; } } }")]
    [InlineData("unsafe class P { void M(Foo* p, Foo* q, bool c) { ref ListNode n = ref (c ? ref p->Node : ref q->Node); Foo.NodeLink.ContainerOf((ListNode*)Unsafe.AsPointer(ref n)); } }")]
    [InlineData("unsafe class P { void M(Foo* p) { ref ListNode n = ref Unsafe.AsRef<ListNode>(&p->Node); Foo.NodeLink.ContainerOf((ListNode*)Unsafe.AsPointer(ref n)); } }")]
    [InlineData("class P { Ptr<T> M<T, TLink>(Ptr<T> p) where T : unmanaged where TLink : unmanaged, IListLink<T> => ListLink.ContainerOf<T, TLink>(ListLink.NodeOf<T, TLink>(p)); }")]
    [InlineData("struct Plain { public ListNode Node; } partial struct Second { [Contains(typeof(Plain), \"Node\")] ListHead _head; } unsafe class P { void M(Plain* p) => IntrusiveLists.Links.Plain_NodeLink.ContainerOf(&p->Node); }")]
    [InlineData("class P { void M(Ptr<Foo> p) { var s = System.Linq.Enumerable.Select(new[] { p }, x => Foo.NodeLink.ContainerOf(Foo.NodeLink.NodeOf(x))); } }")]
    [InlineData("class P { void M(Ptr<Foo> p) { var n = Foo.OtherLink.NodeOf(p); Set(); Foo.OtherLink.ContainerOf(Foo.OtherLink.NodeOf(p)); void Set() => n = default; } }")]
    [InlineData("class P { static Ptr<ListNode> Any(Ptr<ListNode> n) => n; void M(Ptr<Foo> p) => Any(Foo.OtherLink.NodeOf(p)); }")]
    [InlineData("unsafe struct P { ListNode _lone; void M(Foo* p) { fixed (ListNode* n = &_lone) { Use(n); } Foo.NodeLink.ContainerOf(&p->Node); } static void Use(ListNode* n) { } }")]
    public Task AcceptsTheDeclaredNode(string program) => VerifyAcceptedAsync(Owner + "\n" + program);

    private static string Message(string actual) =>
        $"'Foo.NodeLink.ContainerOf' expects the address of 'Foo.Node', and this is {actual}: the program would read and write memory that is no 'Foo'; pass the address of 'Foo.Node'";
}
