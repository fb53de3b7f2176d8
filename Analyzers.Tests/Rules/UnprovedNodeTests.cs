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
    [InlineData("delegate void Visit(«→[NodeOf(typeof(Foo), \"Node\")]» Ptr<ListNode> node); class P { void M() { Visit visit = n => Foo.NodeLink.ContainerOf({|#0:n|}); } }")]
    [InlineData("delegate Ptr<Foo> Visit<T>(T value, «→[NodeOf(typeof(Foo), \"Node\")]» Ptr<ListNode> node); class P { Visit<int> Up { get; } = static (_, n) => Foo.NodeLink.ContainerOf({|#0:n|}); }")]
    [InlineData("delegate void Visit(«→[NodeOf(typeof(Foo), \"Node\")]» Ptr<ListNode> node); class P { void Run(Visit visit) { } void M() => Run(delegate (Ptr<ListNode> n) { Action later = () => Foo.NodeLink.ContainerOf({|#0:n|}); }); }")]
    [InlineData("[return: NodeOf(typeof(Foo), \"Node\")] delegate Ptr<ListNode> Get(); class P { void M(«→[NodeOf(typeof(Foo), \"Node\")]» Ptr<ListNode> node) { Get get = () => {|#0:node|}; } }", "Get.Invoke")]
    [InlineData("class Cursor { «→[NodeOf(typeof(Foo), \"Node\")]» public Ptr<ListNode> At { get; set; } public Cursor? Next; } class P { Ptr<Foo> M(Cursor? c) => c is { Next.At: { IsNull: false } n } ? Foo.NodeLink.ContainerOf({|#0:n|}) : default; }")]
    [InlineData("class Cursor { «→[NodeOf(typeof(Foo), \"Node\")]» public Ptr<ListNode> At; } class P { Ptr<Foo> M(object c) { switch (c) { case Cursor { At: var n }: return Foo.NodeLink.ContainerOf({|#0:n|}); default: return default; } } }")]
    [InlineData("class Cursor { «→[NodeOf(typeof(Foo), \"Node\")]» public Ptr<ListNode> At; } class P { Ptr<Foo> M(Cursor c) => c switch { { At: var n } when !n.IsNull => Foo.NodeLink.ContainerOf({|#0:n|}), _ => default }; }")]
    [InlineData("class P { Ptr<Foo> M(«→[NodeOf(typeof(Foo), \"Node\")]» Ptr<ListNode>? node) => Foo.NodeLink.ContainerOf({|#0:node!.Value|}); }")]
    [InlineData("class P { Ptr<Foo> M(«→[NodeOf(typeof(Foo), \"Node\")]» Ptr<ListNode>? node) => node is { } n ? Foo.NodeLink.ContainerOf({|#0:n|}) : default; }")]
    [InlineData("class P { «→[NodeOf(typeof(Foo), \"Node\")]» Ptr<ListNode>? _node; Ptr<Foo> M() => Foo.NodeLink.ContainerOf({|#0:_node.GetValueOrDefault()|}); }")]
    [InlineData("class P { Ptr<Foo> M(Ptr<Foo> p, Ptr<ListNode> node, bool c) { Ptr<ListNode>? n = c ? «node→Foo.NodeLink.NodeOf(p)» : default(Ptr<ListNode>?); return n.HasValue ? Foo.NodeLink.ContainerOf({|#0:n.Value|}) : default; } }")]
    [InlineData("class Cursor { «→[NodeOf(typeof(Foo), \"Node\")]» public Ptr<ListNode> At { get; set; } } class P { Ptr<Foo> M(Cursor? c) => Foo.NodeLink.ContainerOf({|#0:c?.At ?? default|}); }")]
    [InlineData("record struct Entry(«→[NodeOf(typeof(Foo), \"Node\")]» Ptr<ListNode> Node, int Key); class P { Ptr<Foo> M(Entry e) => Foo.NodeLink.ContainerOf({|#0:e.Node|}); }")]
    [InlineData("sealed record Entry(«→[NodeOf(typeof(Foo), \"Node\")]» Ptr<ListNode> Node, int Key); class P { Ptr<Foo> M(Entry? e) => e is { Node: var n } ? Foo.NodeLink.ContainerOf({|#0:n|}) : default; }")]
    [InlineData("class P { void M(Ptr<Foo> p, Ptr<ListNode> node) { var pair = (Node: «node→Foo.NodeLink.NodeOf(p)», 1); Foo.NodeLink.ContainerOf({|#0:pair.Node|}); } }")]
    [InlineData("class P { void M(Ptr<Foo> p, Ptr<ListNode> node) { (int N, Ptr<ListNode> Node) pair = (1, «node→Foo.NodeLink.NodeOf(p)»); var same = pair; var (_, found) = same; Foo.NodeLink.ContainerOf({|#0:found|}); } }")]
    [InlineData("class P { void M(Ptr<Foo> p, Ptr<ListNode> node) { (Ptr<ListNode> Node, int) pair = default; pair.Node = «node→Foo.NodeLink.NodeOf(p)»; Foo.NodeLink.ContainerOf({|#0:pair.Item1|}); } }")]
    [InlineData("class P { void M(Ptr<Foo> p, Ptr<ListNode> node, bool c) { var pair = c ? (Foo.NodeLink.NodeOf(p), 1) : («node→Foo.NodeLink.NodeOf(p)», 2); Foo.NodeLink.ContainerOf({|#0:pair.Item1|}); } }")]
    [InlineData("class P { Ptr<Foo> M(«→[NodeOf(typeof(Foo), \"Node\")]» (Ptr<ListNode> First, int Count) ends) => Foo.NodeLink.ContainerOf({|#0:ends.First|}); }")]
    [InlineData("class P { «→[return: NodeOf(typeof(Foo), \"Node\")]» static (Ptr<ListNode> First, Ptr<ListNode> Last) Ends() => default; Ptr<Foo> M() { var (_, last) = Ends(); return Foo.NodeLink.ContainerOf({|#0:last|}); } }")]
    [InlineData("class P { static void Get(«→[NodeOf(typeof(Foo), \"Node\")]» out (Ptr<ListNode> Node, int Count) found) => found = default; Ptr<Foo> M() { Get(out var found); return Foo.NodeLink.ContainerOf({|#0:found.Node|}); } }")]
    [InlineData("class P { static void Take([NodeOf(typeof(Foo), \"Node\")] (Ptr<ListNode> Node, int Count) found) { } void M(Ptr<Foo> p, Ptr<ListNode> node) => Take({|#0:(«node→Foo.NodeLink.NodeOf(p)», 1)|}); }", "P.Take")]
    [InlineData("class P { void M(Ptr<Foo> p, Ptr<ListNode> node) { var pair = (Node: Foo.NodeLink.NodeOf(p), 1); Set(); Foo.NodeLink.ContainerOf({|#0:pair.Node|}); void Set() { «pair.Node→var other» = node; } } }")]
    [InlineData("class P { void M(Ptr<Foo> p, Ptr<ListNode> node, bool c) { Ptr<ListNode> n = default; if (c) { n = «node→Foo.NodeLink.NodeOf(p)»; } Use(); void Use() { if (!n.IsNull) { Foo.NodeLink.ContainerOf({|#0:n|}); } } } }")]
    public Task RejectsOneTwin(string twins, string place = "Foo.NodeLink.ContainerOf") => VerifyTwinsAsync(
        Owner + twins,
        $"'{place}' expects the address of 'Foo.Node', and nothing says that this is one: take it from an element, or state what it is where it comes from, as in [NodeOf(typeof(Foo), \"Node\")]");

    [Theory]
    [InlineData("class A { public virtual Ptr<Foo> Up([NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> n) => default; } class B : A { public override Ptr<Foo> Up(Ptr<ListNode> n) => Foo.NodeLink.ContainerOf(n); }")]
    [InlineData("interface IUp { Ptr<Foo> Up([NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> n); [NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> At { get; } } class B : IUp { public Ptr<Foo> Up(Ptr<ListNode> n) => Foo.NodeLink.ContainerOf(n); Ptr<ListNode> IUp.At => default; } class C : IUp { Ptr<Foo> IUp.Up(Ptr<ListNode> n) => Foo.NodeLink.ContainerOf(n); public Ptr<ListNode> At { get; } Ptr<Foo> F => Foo.NodeLink.ContainerOf(At); }")]
    [InlineData("interface IUp { static abstract Ptr<Foo> Up([NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> n); } class B : IUp { public static Ptr<Foo> Up(Ptr<ListNode> n) => Foo.NodeLink.ContainerOf(n); }")]
    [InlineData("interface IUp { Ptr<Foo> Up([NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> n); } class A : IUp { public virtual Ptr<Foo> Up(Ptr<ListNode> n) => default; } class B : A { public override Ptr<Foo> Up(Ptr<ListNode> n) => Foo.NodeLink.ContainerOf(n); }")]
    [InlineData("interface IUp { Ptr<Foo> Up([NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> n); } interface IFurther : IUp { Ptr<Foo> IUp.Up(Ptr<ListNode> n) => Foo.NodeLink.ContainerOf(n); }")]
    [InlineData("interface IUp { Ptr<Foo> Up([NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> n); } partial class B : IUp { public partial Ptr<Foo> Up(Ptr<ListNode> n); } partial class B { public partial Ptr<Foo> Up(Ptr<ListNode> n) => Foo.NodeLink.ContainerOf(n); }")]
    [InlineData("class P { void M(Ptr<Foo> f, Ptr<Foo> g) { var pair = (A: Foo.NodeLink.NodeOf(f), B: Foo.OtherLink.NodeOf(g)); Foo.NodeLink.ContainerOf(pair.A); Foo.OtherLink.ContainerOf(pair.Item2); (pair.B, pair.A) = (Foo.OtherLink.NodeOf(f), Foo.NodeLink.NodeOf(g)); Foo.NodeLink.ContainerOf(pair.A); var (a, b) = pair; Foo.OtherLink.ContainerOf(b); } }")]
    [InlineData("class P { void M(Ptr<Foo> f, long count) { Take((Foo.NodeLink.NodeOf(f), count)); var nested = (1, (Foo.NodeLink.NodeOf(f), f)); Foo.NodeLink.ContainerOf(nested.Item2.Item1); } void Take([NodeOf(typeof(Foo), \"Node\")] (Ptr<ListNode> Node, long Count) pair) => Foo.NodeLink.ContainerOf(pair.Node); }")]
    [InlineData("class P { Ptr<Foo> M(Ptr<Foo> f) => f is { IsNull: false } x && Foo.NodeLink.NodeOf(x) is { IsNull: false } n && n.Value.IsLinked ? Foo.NodeLink.ContainerOf(n) : default; }")]
    [InlineData("class P { Ptr<Foo> M(Ptr<Foo> f) { switch (Foo.NodeLink.NodeOf(f)) { case { IsNull: true }: return default; case var n: return Foo.NodeLink.ContainerOf(n); } } }")]
    [InlineData("class P { Ptr<Foo> M(Ptr<Foo> f) => Foo.NodeLink.NodeOf(f) switch { { IsNull: true } => default, var n => Foo.NodeLink.ContainerOf(n) }; }")]
    [InlineData("class P { Ptr<Foo> M(Ptr<Foo> f) { if (Foo.NodeLink.NodeOf(f) is not { IsNull: false } n) return default; return Foo.NodeLink.ContainerOf(n); } }")]
    [InlineData("unsafe class P { Ptr<Foo> M(Span<Foo> foos, int i) { fixed (Foo* p = &foos[i]) return Foo.NodeLink.ContainerOf(&p->Node); } }")]
    [InlineData("unsafe class P { Ptr<Foo> M(Foo* first, int i) => Foo.NodeLink.ContainerOf(&(first + i)->Node); Ptr<Foo> N(Foo* first, int i) => Foo.NodeLink.ContainerOf(&first[i].Node); }")]
    [InlineData("unsafe class P { Ptr<Foo> M(Ptr<Foo> f) { ListNode* n = Foo.NodeLink.NodeOf(f); long a = (long)n; return Foo.NodeLink.ContainerOf((ListNode*)a); } }")]
    [InlineData("unsafe class P { Ptr<Foo> M(Ptr<Foo> f, Ptr<ListNode> stop) { var n = Foo.NodeLink.NodeOf(f); if (n == stop) return default; return Foo.NodeLink.ContainerOf(n); } }")]
    [InlineData("unsafe class P { ref Foo M(ref Foo f) { fixed (Foo* p = &f) { var up = Foo.NodeLink.ContainerOf(&p->Node); return ref up.Value; } } }")]
    [InlineData("unsafe class P { static Ptr<Foo> Up([NodeOf(typeof(Foo), \"Node\")] ref ListNode n) { fixed (ListNode* p = &n) return Foo.NodeLink.ContainerOf(p); } void M(Ptr<Foo> f) => Up(ref f.Value.Node); }")]
    [InlineData("unsafe class P { static System.Collections.Generic.IEnumerable<Ptr<Foo>> All(System.Collections.Generic.IEnumerable<Ptr<Foo>> fs) { foreach (var f in fs) { var n = Foo.NodeLink.NodeOf(f); yield return Foo.NodeLink.ContainerOf(n); } } }")]
    [InlineData("class P { Ptr<Foo> M(Ptr<Foo> f) { using var s = new System.IO.MemoryStream(); try { var n = Foo.NodeLink.NodeOf(f); return Foo.NodeLink.ContainerOf(n); } catch (Exception e) when (e.Message != \"\") { throw; } } }")]
    [InlineData("class P { [NodeOf(typeof(Foo), \"Node\")] Ptr<ListNode> _cursor; void Move(Ptr<Foo> f) { _cursor = f.IsNull ? default : Foo.NodeLink.NodeOf(f); } bool Get(out Ptr<Foo> f) { if (_cursor.IsNull) { f = default; return false; } f = Foo.NodeLink.ContainerOf(_cursor); return true; } }")]
    [InlineData("class P { void M(Ptr<Foo> f) { Ptr<ListNode> n; n = Foo.NodeLink.NodeOf(f); Action a = () => Foo.NodeLink.ContainerOf(n); a(); } }")]
    [InlineData("class P { void M(Ptr<Foo> f) { var n = Foo.NodeLink.NodeOf(f); n = n.OrThrow(); var pair = (n, 1); Foo.NodeLink.ContainerOf(n); var (m, _) = (n, 2); Foo.NodeLink.ContainerOf(m); } }")]
    [InlineData("class P { void M(Ptr<Foo> f) { ref var r = ref f.Value; unsafe { fixed (ListNode* n = &r.Node) Foo.NodeLink.ContainerOf(n); Foo.NodeLink.ContainerOf((ListNode*)Unsafe.AsPointer(ref r.Node)); } } }")]
    [InlineData("unsafe class P { static Ptr<Foo> M(Foo* f) { Foo.NodeLink.ContainerOf(node: &f->Node); ListNode* a = &f->Node, b = a; ListNode** pp = &a; return Foo.NodeLink.ContainerOf(b); } }")]
    [InlineData("unsafe class P { [InlineArray(4)] struct Four { Foo _f; } static Ptr<Foo> M(Ptr<Foo> f, bool c) { Ptr<ListNode> n = default; while (c) { n = Foo.NodeLink.NodeOf(f); c = false; } return n.IsNull ? default : Foo.NodeLink.ContainerOf(n); } }")]
    [InlineData("public partial struct Inner { public ListNode Node; } public partial struct Outer { public int Id; public Inner Inner; } public partial struct Heads { [Contains(typeof(Inner), \"Node\")] ListHead _inners; } unsafe class P { Ptr<Inner> M(Outer* o) => Inner.NodeLink.ContainerOf(&o->Inner.Node); }")]
    [InlineData("public partial struct Item<T> where T : unmanaged { public T Value; public ListNode Node; } public partial struct Heads<T> where T : unmanaged { [Contains(typeof(Item<>), \"Node\")] ListHead _items; } unsafe class P<T> where T : unmanaged { Ptr<Item<T>> M(Item<T>* o) => Item<T>.NodeLink.ContainerOf(&o->Node); }")]
    [InlineData("public partial struct Item<T> where T : unmanaged { public T Value; public ListNode Node; } public partial struct Heads { [Contains(typeof(Item<int>), \"Node\")] ListHead _items; } unsafe class P { static Ptr<Item<T>> Up<T>([NodeOf(typeof(Item<>), \"Node\")] Ptr<ListNode> n) where T : unmanaged => Item<T>.NodeLink.ContainerOf(n); void M(Ptr<Item<int>> i) => Up<int>(Item<int>.NodeLink.NodeOf(i)); }")]
    public Task AcceptsWhatIsKnown(string program) => VerifyAcceptedAsync(Owner.Replace("_foos; }", "_foos; [Contains(typeof(Foo), nameof(Foo.Other))] private ListHead _others; }") + program);
}
