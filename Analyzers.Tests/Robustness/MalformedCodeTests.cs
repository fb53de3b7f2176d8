using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Code that does not compile, or that nobody writes, neither stops the generator and the analyzers nor keeps them busy.
/// </summary>
public sealed class MalformedCodeTests
{
    private const int Depth = 200;

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    public static TheoryData<string> HalfTyped => new()
    {
        "",
        "[",
        "[Contains",
        "partial struct Owner { [Contains( ListHead _head; }",
        "partial struct Owner { [Contains(] ListHead _head; }",
        "partial struct Owner { [Contains ListHead _head; }",
        "partial struct Owner { [Contains] ListHead _head; }",
        "partial struct Owner { [Contains()] ListHead _head; }",
        "partial struct Owner { [Contains(,)] ListHead _head; }",
        "partial struct Owner { [Contains(typeof)] ListHead _head; }",
        "partial struct Owner { [Contains(typeof())] ListHead _head; }",
        "partial struct Owner { [Contains(typeof(), nameof())] ListHead _head; }",
        "partial struct Owner { [Contains(typeof(Foo))] ListHead _head; }",
        "partial struct Owner { [Contains(typeof(Foo), )] ListHead _head; }",
        "partial struct Owner { [Contains(typeof(Foo), nameof())] ListHead _head; }",
        "partial struct Owner { [Contains(typeof(Foo), nameof(Foo.))] ListHead _head; }",
        "partial struct Owner { [Contains(typeof(Foo), nameof(.Node))] ListHead _head; }",
        "partial struct Owner { [Contains(typeof(Foo), nameof(Foo.Node)] ListHead _head; }",
        "partial struct Owner { [Contains(typeof(Foo), nameof(Foo.Node), )] ListHead _head; }",
        "partial struct Owner { [Contains(typeof(Foo), nameof(Foo.Node), Name)] ListHead _head; }",
        "partial struct Owner { [Contains(typeof(Foo), nameof(Foo.Node), Name = )] ListHead _head; }",
        "partial struct Owner { [Contains(typeof(Foo), nameof(Foo.Node), = \"All\")] ListHead _head; }",
        "partial struct Owner { [Contains(typeof(Foo), \"Node)] ListHead _head; }",
        "partial struct Owner { [Contains(node: , element: )] ListHead _head; }",
        "partial struct Owner { [Contains(node: \"Node\", node: \"Node\")] ListHead _head; }",
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] }",
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead }",
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead ; }",
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead , ; }",
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _; [Contains(typeof(Foo), \"Node\")] ListHead __; }",
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head",
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; ",
        "partial struct Owner [Contains(typeof(Foo), \"Node\")] ListHead _head; }",
        "partial struct { [Contains(typeof(Foo), \"Node\")] ListHead _head; }",
        "partial struct { [Contains(typeof(Foo), \"Node\")] ListHead _head; } partial struct { [Contains(typeof(Foo), \"Node\")] ListHead _head; }",
        "partial Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; }",
        "partial struct Owner<> { [Contains(typeof(Foo), \"Node\")] ListHead _head; }",
        "partial struct Owner<,> { [Contains(typeof(Foo), \"Node\")] ListHead _head; }",
        "partial struct Owner<T { [Contains(typeof(Foo), \"Node\")] ListHead _head; }",
        "namespace { partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; } }",
        "namespace A..B { partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; } }",
        "[Contains(typeof(Foo), \"Node\")] ListHead _head;",
        "partial class Owner { ListLock _lock; [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _items = new(); void M() { using var guard = EnterLock( } }",
        "partial class Owner { ListLock _lock; [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _items = new(); void M() { using (EnterLock() { } }",
        "partial class Owner { ListLock _lock; [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _items = new(); void M() { using var = EnterLock(); guard. } }",
        "partial class Owner { ListLock _lock; [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _items = new(); void M() { foreach (var x in DrainItems().) { } }",
        "partial class Owner { ListLock _lock; [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _items = new(); void M() { var guard = EnterLock(); try { } finally { guard.Dispose( } }",
        "partial class Owner { ListLock _lock; [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _items = new(); LockGuard M() { return EnterLock() ?  : ; } }",
        "partial class Owner { ListLock _lock; [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _items = new(); void M() { var guard = EnterLock(); guard = guard = ; guard.Items = guard.Items.; } }",
        "partial class Owner { ListLock _lock; [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _items = new(); LockGuard P { get { out = EnterLock(); ref var x = ref EnterLock().; } } }",
        "partial class Owner { ListLock _lock; [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _items = new(); void M(out LockGuard guard) { M(out var guard); M(out _); M(out ); using (guard) } }",
        "partial class Owner { ListLock _lock; [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _items = new(); void M() { if (EnterLock() is { } guard) switch (EnterLock()) { case var other: break } }",
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; } }",
        "partial struct Owner { [Contains(typeof(Element), \"Node\")] ListHead _head; } partial struct Element { public ListNode ; public ListNode Node }",
        "partial struct Owner { [Contains(typeof(), \"Node\")] ListHead _head; } partial struct { public ListNode Node; }",
        "\0 partial struct Owner { [Contains(typeof(Foo), \"No\0de\")] ListHead _head\0; }",
        "partial struct Owner { [Contains(typeof(Foo), \"No\\uD800de\", Name = \"\\uD800\")] ListHead _head; }",
    };

    public static TheoryData<string> WrongArguments => new()
    {
        "null, null",
        "null, \"Node\"",
        "typeof(Foo), null",
        "typeof(Foo), \"\"",
        "typeof(Foo), 1",
        "1, typeof(Foo)",
        "typeof(Foo), \"Node\", 3",
        "typeof(Foo), \"Node\", Name = 1",
        "typeof(Foo), \"Node\", Name = null",
        "typeof(Foo), \"Node\", Name = \"\"",
        "typeof(Foo), \"Node\", Name = \"\\n\"",
        "typeof(Foo), \"Node\", Name = \"class\"",
        "typeof(Foo), \"Node\", Name = \"a.b\"",
        "typeof(Foo), \"Node\", Name = typeof(Foo)",
        "typeof(Foo), \"Node\", Name = new[] { \"A\" }",
        "typeof(Foo), \"Node\", Name = \"A\", Name = \"B\"",
        "typeof(Foo), \"Node\", Lock = 1",
        "typeof(Foo), \"Node\", Lock = null",
        "typeof(Foo), \"Node\", Lock = \"\"",
        "typeof(Foo), \"Node\", Lock = new object[0]",
        "typeof(Foo), \"Node\", Missing = 1",
        "typeof(Foo), \"Node\" + 1",
        "typeof(Foo), $\"{Missing}\"",
        "typeof(Foo), (string)null!",
        "typeof(Foo), new[] { \"Node\" }",
        "new[] { typeof(Foo) }, \"Node\"",
        "typeof(Missing), \"Node\"",
        "typeof(Missing<Foo>), nameof(Missing<Foo>.Node)",
        "typeof(Foo.Missing), \"Node\"",
        "typeof(Foo<int>), \"Node\"",
        "typeof(Owner), \"_head\"",
        "typeof(Owner), nameof(Owner)",
        "typeof(void), \"Node\"",
        "typeof(void*), \"Node\"",
        "typeof(Foo*), \"Node\"",
        "typeof(Foo[]), \"Node\"",
        "typeof(Foo?), \"Node\"",
        "typeof(Foo?[,]), \"Node\"",
        "typeof(delegate*<Foo, void>), \"Node\"",
        "typeof(dynamic), \"Node\"",
        "typeof(var), \"Node\"",
        "typeof((Foo, Foo)), \"Item1\"",
        "typeof((Foo Node, int)), \"Node\"",
        "typeof(Nullable<>), \"value\"",
        "typeof(Span<>), \"_length\"",
        "typeof(Span<Missing>), \"_length\"",
        "typeof(Ptr<>), \"Pointer\"",
        "typeof(IntrusiveList<,>), \"First\"",
        "typeof(ListNode), \"Next\"",
        "typeof(ListHead), \"First\"",
        "typeof(int), \"m_value\"",
        "typeof(Enum), \"Node\"",
        "typeof(global::), \"Node\"",
        "typeof(System), \"Node\"",
        "typeof(@Foo), \"@Node\"",
        "typeof(Foo), nameof(Foo.Node.Next)",
        "typeof(Foo), nameof(nameof(Foo.Node))",
        "typeof(Foo), nameof(Node)",
        "typeof(Foo), nameof(Foo)",
        "typeof(Foo), nameof(Foo.Node<int>)",
        "typeof(Foo), \".ctor\"",
        "typeof(Foo), \"GetHashCode\"",
        "typeof(Foo), \"NodeLink\"",
    };

    public static TheoryData<string> Types => new()
    {
        // Structs that contain themselves
        "partial struct Element { public Element Inner; public ListNode Node; }",
        "partial struct Element { public Element First; public Element Second; public Element Third; public ListNode Node; }",
        "[StructLayout(LayoutKind.Sequential, Pack = 4)] partial struct Element { public Element First; public Element Second; public ListNode Node; }",
        "[StructLayout(LayoutKind.Explicit)] partial struct Element { [FieldOffset(0)] public Element First; [FieldOffset(0)] public Element Second; [FieldOffset(8)] public ListNode Node; }",
        "[StructLayout(LayoutKind.Sequential, Pack = 4)] partial struct Element { public A First; public B Second; public ListNode Node; } struct A { public B X; public B Y; } struct B { public A X; public A Y; }",
        "partial struct Element { public Other Other; public ListNode Node; } partial struct Other { public Element Element; }",
        "partial struct Element { public Wrapper<Element> Inner; public ListNode Node; } struct Wrapper<T> { public T Value; }",
        "partial struct Element { public Element? Inner; public ListNode Node; }",
        "partial struct Element { public (Element, Element) Inner; public ListNode Node; }",
        "[InlineArray(2)] partial struct Element { public Element Node; }",
        "partial struct Element { public Owner Owner; public ListNode Node; }",

        // Duplicates
        "partial struct Element { public ListNode Node; public ListNode Node; }",
        "partial struct Element { public ListNode Node; public int Node; }",
        "partial struct Element { public ListNode Node; } partial struct Element { public ListNode Node; }",
        "struct Element { public ListNode Node; } struct Element { public ListNode Node; }",
        "partial struct Element { public ListNode Node; } struct Element { public ListNode Node; }",
        "partial struct Element { public ListNode Node; } partial class Element { public ListNode Node; }",
        "partial struct Element { public ListNode Node; } partial record struct Element { public ListNode Node; }",
        "partial struct Element { public ListNode Node; } enum Element { Node }",
        "partial struct Element { public ListNode Node; } delegate void Element();",
        "partial struct Element { public ListNode Node; } partial struct Element<T> { public ListNode Node; }",
        "partial struct Element { public ListNode Node; } partial struct Owner { [Contains(typeof(Element), \"Node\")] ListHead _head; }",
        "partial struct Element { public ListNode Node; } partial class Owner { [Contains(typeof(Element), \"Node\")] ListHead _head; }",
        "partial struct Element { public ListNode Node; } partial record struct Owner { [Contains(typeof(Element), \"Node\")] ListHead _other; }",
        "partial struct Element { public ListNode Node; } partial interface Owner { [Contains(typeof(Element), \"Node\")] static PinnedListHead _head; }",
        "partial struct Element { public ListNode Node; public struct NodeLink { } }",
        "partial struct Element { public ListNode Node; public int NodeLink; }",
        "partial struct Element { public ListNode Node, _node, m_node, node; }",
        "partial struct Element<T, T> { public ListNode Node; }",

        // Kinds
        "partial enum Element { Node }",
        "partial delegate void Element();",
        "static partial struct Element { public ListNode Node; }",
        "abstract partial class Element { public ListNode Node; }",
        "readonly partial struct Element { public ListNode Node; }",
        "ref partial struct Element { public ref ListNode Node; public ref Missing Other; }",
        "partial partial struct Element { public ListNode Node; }",
        "file partial struct Element { public ListNode Node; }",
        "file private partial struct Element { public ListNode Node; }",
        "partial record struct Element(ListNode Node);",
        "partial record struct Element(ListNode Node, ListNode Node);",
        "partial struct Element(ListNode Node) { ListNode Copy => Node; }",
        "partial struct Element { public extern ListNode Node; }",
        "partial struct Element { public const ListNode Node = default; }",
        "partial struct Element { public volatile ListNode Node; }",
        "partial struct Element { public ListNode Node { get; set; } public event ListNode Other; }",
        "partial struct Element { public ListNode this[int index] => default; public ListNode Node() => default; }",
        "partial struct Element { public unsafe fixed ListNode Node[2]; }",
        "partial struct Element { public unsafe fixed int Node[-1]; public fixed Missing Other[2147483647]; }",
        "partial struct Element { public ListNode Node[2]; }",
        "partial struct Element { public ref ListNode Node; }",
        "partial struct Element { public ListNode<int> Node; }",
        "partial struct Element { public Ptr<> Node; public Ptr<int, int> Other; }",
        "partial struct Element { public static ListNode Node; }",
        "interface Element { ListNode Node; }",

        // Base lists and constraints
        "partial struct Element : Missing { public ListNode Node; }",
        "partial struct Element : { public ListNode Node; }",
        "partial struct Element : Element { public ListNode Node; }",
        "partial struct Element : IListLink<Element> { public ListNode Node; }",
        "partial struct Element : IListLink<Missing>, IListLink<>, IListLink { public ListNode Node; }",
        "partial class Element : Element { public ListNode Node; }",
        "partial class Element : Base { } partial class Base : Element { public ListNode Node; }",
        "interface IA : IB, IListLink<Foo> { } interface IB : IA, IListLink<Foo> { } struct Element : IA, IB { public ListNode Node; }",
        "partial struct Element where T : Missing { public ListNode Node; }",

        // Layout
        "[StructLayout] partial struct Element { public ListNode Node; }",
        "[StructLayout()] partial struct Element { public ListNode Node; }",
        "[StructLayout(Missing)] partial struct Element { public ListNode Node; }",
        "[StructLayout((LayoutKind)77, Pack = -1, Size = -1)] partial struct Element { public ListNode Node; }",
        "[StructLayout((short)2)] partial struct Element { [FieldOffset(-8)] public ListNode Node; }",
        "[StructLayout(\"Explicit\")] partial struct Element { public ListNode Node; }",
        "[StructLayout(new[] { 1 })] partial struct Element { public ListNode Node; }",
        "[StructLayout(LayoutKind.Sequential, Pack = 2147483647, Size = 2147483647)] partial struct Element { public int Value; public ListNode Node; }",
        "[StructLayout(LayoutKind.Sequential, Pack = -2147483648, Size = -2147483648)] partial struct Element { public int Value; public ListNode Node; }",
        "[StructLayout(LayoutKind.Sequential, Pack = \"1\", Size = null)] partial struct Element { public int Value; public ListNode Node; }",
        "[StructLayout(LayoutKind.Sequential, Pack = 3)] partial struct Element { public Huge A, B; public ListNode Node; } [StructLayout(LayoutKind.Sequential, Size = 2147483647)] struct Huge { long _value; }",
        "[StructLayout(LayoutKind.Explicit)] partial struct Element { public ListNode Node; }",
        "[StructLayout(LayoutKind.Explicit)] partial struct Element { [FieldOffset] public ListNode Node; [FieldOffset()] public int Other; }",
        "[StructLayout(LayoutKind.Explicit)] partial struct Element { [FieldOffset(2147483647)] public ListNode Node; [FieldOffset(-2147483648)] public int Other; }",
        "[StructLayout(LayoutKind.Explicit)] partial struct Element { [FieldOffset(\"1\")] public ListNode Node; [FieldOffset(Missing)] public int Other; }",
        "[StructLayout(LayoutKind.Explicit)] partial struct Element { [FieldOffset(0), FieldOffset(4)] public ListNode Node; [FieldOffset(new[] { 1 })] public int Other; }",
        "[StructLayout(LayoutKind.Sequential, Pack = 4)] unsafe partial struct Element { public fixed long Value[2147483647]; public fixed long Other[0]; public ListNode Node; }",
        "[StructLayout(LayoutKind.Sequential, Pack = 4)] partial struct Element { public Items Items; public ListNode Node; } [InlineArray(0)] struct Items { int _first; }",
        "[StructLayout(LayoutKind.Sequential, Pack = 4)] partial struct Element { public Items Items; public ListNode Node; } [InlineArray(-1)] struct Items { int _first; }",
        "[StructLayout(LayoutKind.Sequential, Pack = 4)] partial struct Element { public Items Items; public ListNode Node; } [InlineArray] struct Items { int _first; }",
        "[StructLayout(LayoutKind.Sequential, Pack = 4)] partial struct Element { public Items Items; public ListNode Node; } [InlineArray(\"2\")] struct Items { int _first; int _second; }",
        "[StructLayout(LayoutKind.Sequential, Pack = 4)] partial struct Element { public Items Items; public ListNode Node; } [Mine.InlineArray(1, 2)] struct Items { int _first; } namespace Mine { class InlineArrayAttribute(params int[] sizes) : Attribute { public int[] Sizes => sizes; } }",
        "[StructLayout(LayoutKind.Sequential, Pack = 4)] partial struct Element { public Kind Kind; public ListNode Node; } enum Kind : Missing { }",
        "[StructLayout(LayoutKind.Sequential, Pack = 4)] partial struct Element { public Kind Kind; public ListNode Node; } enum Kind : Kind { }",

        // Types that pretend to be the framework's or the runtime's
        "namespace System.CodeDom.Compiler { class GeneratedCodeAttribute : Attribute { public GeneratedCodeAttribute(params object[] values) { } } } [System.CodeDom.Compiler.GeneratedCode(1, \"2\")] partial struct Element { [System.CodeDom.Compiler.GeneratedCode(\"IntrusiveLists.Generator\")] public ListNode Node; }",
        "namespace System.Runtime.InteropServices { class StructLayoutAttribute : Attribute { public StructLayoutAttribute(params object[] values) { } public object Pack; } class FieldOffsetAttribute : Attribute { public FieldOffsetAttribute(params int[] values) { } } } [StructLayout(1, \"2\", Pack = new[] { 1 })] partial struct Element { [FieldOffset(1, 2)] public ListNode Node; }",
        "namespace System.Runtime.InteropServices { class StructLayoutAttribute : Attribute { public StructLayoutAttribute(object value) { } } } [StructLayout(typeof(int))] partial struct Element { public ListNode Node; }",
        "namespace IntrusiveLists { struct ListNode<T> { } class ListHead { } struct PinnedListHead { } enum Ptr { } } partial struct Element { public ListNode Node; }",
        "namespace IntrusiveLists { class ContainsAttribute : Attribute { public ContainsAttribute(params object[] values) { } public object Name; public object Lock; } } partial struct Element { public ListNode Node; }",
    };

    public static TheoryData<string> Owners => new()
    {
        // On what carries no tag
        "[Contains(typeof(Foo), \"Node\")] partial struct Owner { }",
        "[assembly: Contains(typeof(Foo), \"Node\")] [module: Contains(typeof(Foo), \"Node\")]",
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead Head(ListHead head) => head; }",
        "partial struct Owner { ListHead Head([Contains(typeof(Foo), \"Node\")] ListHead head) => head; }",
        "partial struct Owner { [return: Contains(typeof(Foo), \"Node\")] ListHead Head(ListHead head) => head; }",
        "partial struct Owner<[Contains(typeof(Foo), \"Node\")] T> { }",
        "partial struct Owner { [field: Contains(typeof(Foo), \"Node\")] ListHead Head { get; set; } [Contains(typeof(Foo), \"Node\")] ListHead Other { get; set; } }",
        "partial class Owner { [field: Contains(typeof(Foo), \"Node\")] event Action Changed; [Contains(typeof(Foo), \"Node\")] event ListHead Other; }",
        "partial struct Owner { void Use() { [Contains(typeof(Foo), \"Node\")] ListHead head; } }",
        "partial record struct Owner([field: Contains(typeof(Foo), \"Node\")] ListHead Head);",
        "partial record Owner([property: Contains(typeof(Foo), \"Node\")] ListHead Head, [Contains(typeof(Foo), \"Node\")] PinnedListHead Other);",
        "partial class Owner([field: Contains(typeof(Foo), \"Node\")] PinnedListHead head) { bool IsEmpty => head.IsEmpty; }",

        // In what owns no list
        "partial interface Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; }",
        "partial enum Owner { [Contains(typeof(Foo), \"Node\")] Head }",
        "enum Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; }",
        "delegate void Owner([Contains(typeof(Foo), \"Node\")] ListHead head);",
        "partial delegate void Owner() { [Contains(typeof(Foo), \"Node\")] ListHead _head; }",
        "static partial class Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; }",
        "static class Owner { extension(Foo foo) { [Contains(typeof(Foo), \"Node\")] ListHead _head; } }",

        // Several tags, several heads
        "partial struct Owner { [Contains(typeof(Foo), \"Node\"), Contains(typeof(Foo), \"Node\")] ListHead _head; }",
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] [Contains(typeof(Bar), \"Link\"), Contains] ListHead _head; }",
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; [Contains(typeof(Foo), \"Node\")] ListHead _head; }",
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head, _head, _Head, Head, head; }",
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead Owner; }",
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _owner; }",
        "partial struct Owner<Head> { [Contains(typeof(Foo), \"Node\")] ListHead _head; }",

        // Parts of different kinds, of different parameters
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; } partial class Owner { [Contains(typeof(Foo), \"Node\")] PinnedListHead _other; }",
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; } partial record struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; }",
        "partial class Owner { [Contains(typeof(Foo), \"Node\")] PinnedListHead _head; } partial record Owner { [Contains(typeof(Foo), \"Node\")] PinnedListHead _head; } partial interface Owner { [Contains(typeof(Foo), \"Node\")] static PinnedListHead _head; }",
        "partial struct Outer { partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; } } partial class Outer { partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; } }",
        "partial struct Outer { public partial struct Inner { public ListNode Node; } } partial class Outer { public partial struct Inner { public ListNode Node; } } partial struct Owner { [Contains(typeof(Outer.Inner), \"Node\")] ListHead _head; }",
        "partial struct Owner<T> { [Contains(typeof(Foo), \"Node\")] ListHead _head; } partial struct Owner<U> { [Contains(typeof(Foo), \"Node\")] ListHead _other; }",
        "partial struct Owner<T, T> { [Contains(typeof(Foo), \"Node\")] ListHead _head; }",
        "partial class Outer<T> { partial class Middle<T> { partial struct Owner<T> { [Contains(typeof(Outer<>.Middle<>.Owner<>), \"Node\")] ListHead _head; public ListNode Node; } } }",
        "partial struct owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; } partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; }",
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; } namespace Owner { partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; } }",

        // Open elements
        "partial class Owner<T> { [Contains(typeof(Owner<>.Entry), \"Node\")] PinnedListHead _head; public partial struct Entry { public T Value; public ListNode Node; } }",
        "partial class Owner<T> where T : Missing { [Contains(typeof(Open<>), \"Node\")] PinnedListHead _head; } struct Open<T> where T : Missing { public ListNode Node; }",
        "partial class Owner<T> where T : IEquatable<> { [Contains(typeof(Open<>), \"Node\")] PinnedListHead _head; } struct Open<T> where T : IEquatable<> { public ListNode Node; }",
        "partial class Owner<T> where T : IMissing<T> { [Contains(typeof(Open<>), \"Node\")] PinnedListHead _head; } struct Open<T> where T : IMissing<T>, IEquatable<Missing>, IEquatable<T, T> { public ListNode Node; }",
        "partial class Owner<T> where T : T { [Contains(typeof(Open<>), \"Node\")] PinnedListHead _head; } struct Open<T> where T : T { public ListNode Node; }",
        "partial class Owner<T, U> where T : U where U : T { [Contains(typeof(Open<,>), \"Node\")] PinnedListHead _head; } struct Open<T, U> where T : U where U : T { public ListNode Node; }",
        "partial class Owner<T> where T : unmanaged, class, new(), int { [Contains(typeof(Open<>), \"Node\")] PinnedListHead _head; } struct Open<T> where T : class, unmanaged, int, dynamic { public ListNode Node; }",
        "partial class Owner<T> where T : (T, T) { [Contains(typeof(Open<>), \"Node\")] PinnedListHead _head; } struct Open<T> where T : (T, T) { public ListNode Node; }",
        "partial class Owner<T> where T : unmanaged { [Contains(typeof(Open<>), \"Node\")] PinnedListHead _head; [Contains(typeof(Open<,>), \"Node\")] PinnedListHead _other; } struct Open<T> where T : allows ref struct { public ListNode Node; } struct Open<T, U> { public ListNode Node; }",
        "partial class Owner<T> { [Contains(typeof(Owner<Missing>.Entry), \"Node\")] PinnedListHead _head; partial struct Entry { public ListNode Node; } }",
        "partial class Owner<T> { [Contains(typeof(Owner<>.Missing), \"Node\")] PinnedListHead _head; }",
        "partial class Owner<T> { [Contains(typeof(Entry), \"Node\")] PinnedListHead _head; partial struct Entry { public ListNode Node; } }",
        "partial class Owner { [Contains(typeof(Owner<>), \"Node\")] PinnedListHead _head; } partial struct Owner<T> { [Contains(typeof(Owner<>), \"Node\")] ListHead _head; public ListNode Node; }",

        // Locks
        "partial class Owner { Lock _a, _b; SpinLock _a; Missing _c; [Contains(typeof(Foo), \"Node\", Lock = nameof(_c))] PinnedListHead _head; [Contains(typeof(Foo), \"Node\", Lock = \"_a\")] PinnedListHead _other; }",
        "partial struct Owner { ref ListLock _lock; readonly ListLock ; ListLock , ; [Contains(typeof(Foo), \"Node\")] ListHead _head; }",

        // Calls
        "partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; void Use() { Head.AddLast(; Head.AddBefore(,); Head.AddLast(mark: ); Head.(1); Head.AddLast(element: element: 1); } }",
        "class Owner { void Use() { IntrusiveList<>.FromHead(); IntrusiveList<Foo>.FromHead(1); IntrusiveList<Foo, Missing>.FromHead(ref missing); IntrusiveList<Foo, Foo.NodeLink>.FromHead; new IntrusiveList<Missing, Missing>().AddLast(1); } }",
        "IntrusiveList<Foo, Foo>.FromHead(ref missing).AddLast(1); var list = new IntrusiveList<,>(); list.AddLast(1);",
    };

    /// <summary>Gets sources that go very deep.</summary>
    public static TheoryData<string> Deep => new()
    {
        Nested("partial struct Level{0} {{ ", "[Contains(typeof(Foo), \"Node\")] ListHead _head;", " }}"),
        Nested("partial class Level{0}<T{0}> {{ ", "[Contains(typeof(Foo), \"Node\")] PinnedListHead _head;", " }}"),
        Nested("namespace Level{0} {{ ", "partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; }", " }}"),
        Owner($"typeof({Nested("Ptr<", "Foo", ">")})", "\"Node\""),
        Owner("typeof(Foo)", Nested("(", "\"Node\"", ")")),
        Owner("typeof(Foo)", Nested("\"a\" + ", "\"Node\"", "")),
        Owner("typeof(Element)", "\"Node\"") + string.Concat(Enumerable.Range(0, Depth).Select(level => $"struct S{level} {{ public S{level + 1} A, B, C; }} "))
            + $"struct S{Depth} {{ }} [StructLayout(LayoutKind.Sequential, Pack = 4)] partial struct Element {{ public S0 Value; public ListNode Node; }}",
        "partial struct Owner { " + string.Concat(Enumerable.Range(0, Depth).Select(number => $"[Contains(typeof(Foo), \"Node\")] ListHead _head{number}; ")) + "}",
    };

    [Theory]
    [MemberData(nameof(HalfTyped))]
    [MemberData(nameof(Owners))]
    [MemberData(nameof(Deep))]
    public Task Survives(string source) => SurvivesAsync(source);

    [Theory]
    [MemberData(nameof(WrongArguments))]
    public Task SurvivesTag(string arguments) => SurvivesAsync($"unsafe partial struct Owner {{ [Contains({arguments})] ListHead _head; }}");

    [Theory]
    [MemberData(nameof(Types))]
    public Task SurvivesElement(string element) => SurvivesAsync($"{element} {Owner("typeof(Element)", "\"Node\"")}");

    private static Task SurvivesAsync(string source) =>
        Task.Run(() => Survival.CheckAsync(Compiler.Compile("Test", [source, TestSource.Prelude]), Compiler.Analyzers)).WaitAsync(s_limit);

    private static string Owner(string element, string node) => $"partial struct Owner {{ [Contains({element}, {node})] ListHead _head; }} ";

    private static string Nested(string open, string inside, string close)
    {
        string opened = string.Concat(Enumerable.Range(0, Depth).Select(level => open.Replace("{0}", $"{level}").Replace("{{", "{")));
        return opened + inside + string.Concat(Enumerable.Repeat(close.Replace("}}", "}"), Depth));
    }
}
