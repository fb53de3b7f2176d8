using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class OverwrittenValueTests() : RuleTests("ILIST105")
{
    private const string Node = "it is a list node; unlink it with the list or its link, or zero memory that holds no element yet with 'Ptr<T>.Initialize'";
    private const string Head = "it is a list head; clear its list, or zero memory that holds no element yet with 'Ptr<T>.Initialize'";
    private const string Pair = " struct Pair { public Foo First; public Foo Second; } [InlineArray(2)] struct Two { Foo _first; }";
    private const string Element = "it holds the list node 'Foo.Node'; assign to its other fields, or zero memory that holds no element yet with 'Ptr<T>.Initialize'";

    public static TheoryData<string, string, string> Statements => new()
    {
        // What is behind a reference, a pointer, an index
        { "{|#0:p->«Node→Value»|} = default;", "p->Node", Node },
        { "{|#0:(*p).«Node→Value»|} = default;", "(*p).Node", Node },
        { "{|#0:p[1].«Other→Value»|} = default;", "p[1].Other", Node },
        { "{|#0:*«p→number»|} = default;", "*p", Element },
        { "{|#0:r«→.Value»|} = default;", "r", Element },
        { "ref Foo x = ref r; {|#0:x«→.Value»|} = default;", "x", Element },
        { "{|#0:element.Value«→.Value»|} = default;", "element.Value", Element },
        { "{|#0:element.Value.«Node→Value»|} = new();", "element.Value.Node", Node },
        { "{|#0:span[0].«Node→Value»|} = default;", "span[0].Node", Node },
        { "{|#0:span[^1]«→.Value»|} = new();", "span[^1]", Element },
        { "{|#0:array[0]«→.Value»|} = default;", "array[0]", Element },
        { "{|#0:Same(ref r)«→.Value»|} = default;", "Same(ref r)", Element },
        { "({|#0:r«→.Value»|}, int number2) = (default, 1);", "r", Element },
        { "(int number2, ({|#0:r.«Node→Value»|}, _)) = (1, (default, 2));", "r.Node", Node },
        { "«Fill→Same»(«out→ref» {|#0:r|});", "r", Element },
        { "Action<Ptr<Foo>> clear = x => {|#0:x.Value.«Node→Value»|} = default;", "x.Value.Node", Node },
        { "void Clear(ref Foo x) => {|#0:x.«Other→Value»|} = default;", "x.Other", Node },
        { "fixed (Foo* first = span) { {|#0:first->«Node→Value»|} = default; }", "first->Node", Node },
        { "foreach (ref Foo x in span) { {|#0:x«→.Value»|} = default; }", "x", Element },

        // Spans and arrays as a whole
        { "{|#0:span|}.«Clear()→ToString()»;", "span", Element },
        { "{|#0:span|}.«Fill(default)→Slice(1)»;", "span", Element },
        { "Span<«Foo→int»> x = «stackalloc Foo[2]→numbers»; {|#0:x|}.Clear();", "x", Element },
        { "Span<«ListNode→int»> x = «stackalloc ListNode[2]→numbers»; {|#0:x[1..]|}.Clear();", "x[1..]", Node },
        { "{|#0:new Span<«Foo→int»>(«p→number», 2)|}.Fill(default);", "new Span<Foo>(p, 2)", Element },
        { "Array.Clear({|#0:«array→numbers»|});", "array", Element },
        { "Array.Clear({|#0:«array→numbers»|}, 1, 2);", "array", Element },
        { "Array.Clear(length: 1, index: 2, array: {|#0:«array→numbers»|});", "array", Element },
        { "Array.Fill({|#0:«array→pointers»|}, default);", "array", Element },
        { "Array.Fill(value: default, array: {|#0:«array→numbers»|});", "array", Element },
        { "Action clear = () => Array.Clear({|#0:«array→pointers»|});", "array", Element },
        { "void Clear() { {|#0:array.AsSpan()|}.«Clear()→ToString()»; }", "array.AsSpan()", Element },
        { "switch (number1) { case 1: ((Span<Foo>){|#0:array|}).«Clear→ToString»(); break; }", "array", Element },

        // A variable that has a value
        { "Foo x«= default→»; {|#0:x|} = new();", "x", Element },
        { "Foo x; «x = new();→» {|#0:x|} = new();", "x", Element },
        { "Foo x; if (flag) { x = new(); } «→else» {|#0:x|} = default;", "x", Element },
        { "Foo x; «while→if» (flag) { {|#0:x|} = new(); }", "x", Element },
        { "«Foo x; →»for (int i = 0; i < 2; i++) { «→Foo x; »{|#0:x|} = new(); }", "x", Element },
        { "Foo x; «again:→» {|#0:x|} = new(); if (flag) { goto «again→end»; } end: ;", "x", Element },
        { "Foo x; switch (number1) { case 1: x = new(); «goto case 2→break»; case 2: {|#0:x|} = new(); break; }", "x", Element },
        { "Foo x; try { x = Make(); «Make();→» } catch { {|#0:x|} = default; }", "x", Element },
        { "Foo x; try { x = Make(); } «finally→catch» { {|#0:x|} = default; }", "x", Element },
        { "Fill(out Foo x); {|#0:x«→.Value»|} = default;", "x", Element },
        { "Foo x; Fill(out «x→_»); {|#0:x|} = default;", "x", Element },
        { "Foo x; x.Value = 1; x.Node = default; {|#0:x.«Node→Other»|} = default;", "x.Node", Node },
        { "Foo x; x.«Node→Value» = default; {|#0:x|} = default;", "x", Element },
        { "Pair x; x.First = default; {|#0:x.«First→Second»|} = new();", "x.First", Element },

        // In a local function
        { "Foo x«= default→»; Set(); void Set() => {|#0:x|} = new();", "x", Element },
        { "Foo x«= Make()→»; Outer(); void Outer() { Inner(); void Inner() { {|#0:x|} = default; } }", "x", Element },
        { "«Pair x = new();→Pair x;» Set(); void Set() { {|#0:x.First|} = default; x.Second.Value = 1; }", "x.First", Element },
    };

    public static TheoryData<string, string, string> Members => new()
    {
        { "struct S { public ListNode Node; public int Id; void Reset() => {|#0:«Node→Id»|} = default; }", "Node", Node },
        { "struct S { public ListNode Node; public int Id; void Reset() => {|#0:this.«Node→Id»|} = default; }", "this.Node", Node },
        { "struct S { public ListNode Node; public S(int id) { this = default; {|#0:«Node→id»|} = default; } }", "Node", Node },
        { "struct S { public ListNode Node; public int Id { set => {|#0:«Node→_id»|} = default; } int _id; }", "Node", Node },
        { "struct S { public ListNode Node; public int Id { «set→init» { {|#0:Node|} = default; } } }", "Node", Node },
        { "struct S { public ListNode Node; public int Id { init { Node = default; {|#0:«Node→_id»|} = default; } } int _id; }", "Node", Node },
        { "ref struct S { public ref Foo Target; public static S Make(ref Foo x) => new() { {|#0:Target|} = «default→ref x» }; }", "Target", Element },
        { "struct S { public ListNode Node; public int Id; public static S operator ++(in S s) => default; void M(ref S s) { {|#0:s«→.Id»|}++; } }", "s", "it holds the list node 'S.Node'; assign to its other fields, or zero memory that holds no element yet with 'Ptr<T>.Initialize'" },
        { "struct S { public ListNode Node; public int Id; public static S operator +(in S s, int i) => default; void M(ref S s) { {|#0:s«→.Id»|} += 1; } }", "s", "it holds the list node 'S.Node'; assign to its other fields, or zero memory that holds no element yet with 'Ptr<T>.Initialize'" },
        { """partial struct S { [Contains(typeof(Foo), "Node")] internal ListHead Head; int _id; } class C { void M(ref S s) => «{|#0:s.Head|} = default→s.HeadList.Clear()»; }""", "s.Head", Head },
        { "class C<[AddressStable] T> where T : unmanaged { void M(ref T to) { «{|#0:to|} = default→Unsafe.SizeOf<T>().ToString()»; } }", "to", "'T' may stand for a type that holds a list head or node; assign to its other fields, or zero memory that holds no element yet with 'Ptr<T>.Initialize'" },
        { "class C { [FixedAddressValueType] static Foo s_foo; static «void M→C»() { {|#0:s_foo|} = new(); } }", "s_foo", Element },
        { "class C { static void Fill(«ref→out» Foo x) { {|#0:x|} = default; } }", "x", Element },
        { "class C { static void Take(Foo x) => {|#0:x«→.Value»|} = default; }", "x", Element },
        { "delegate void D(«ref→out» Foo x); class C { D _d = («ref→out» Foo x) => {|#0:x|} = default; }", "x", Element },
        { "ref struct S { public ref Foo First; public S(ref Foo x) => {|#0:First|} = «new()→ref x»; }", "First", Element },
        { "struct S { Two _two; «void Set→public S»(int i) { {|#0:_two[0]|} = new(); } }", "_two[0]", Element },
        { "struct S { Two _two; public S(int i) { _two[0] = default; {|#0:_two[«0→1»]|} = new(); } }", "_two[0]", Element },
        { "struct S { Two _two; int _id; public S(int i) { «_two→_id» = default; {|#0:_two[i]|} = new(); } }", "_two[i]", Element },
        { "struct S { Two _two; public S(int i) { _two[1].«Node→Other» = default; {|#0:_two[1].Node|} = default; } }", "_two[1].Node", Node },
        { "struct S { public Two Two; static void Fill(out Foo x) => x = default; public int Id { «set→init» { Fill(out {|#0:Two[^1]|}); } } }", "Two[^1]", Element },
        { "partial class C { public ref Foo this[int i] => throw null!; void M() => {|#0:this[0]«→.Value»|} = new(); }", "this[0]", Element },
    };

    public static TheoryData<string> Accepted =>
    [
        "Foo x; if (flag) { x = new(); } else { x = default; }",
        "Foo x; switch (number1) { case 1: x = new(); break; case 2: x = default; break; default: throw new Exception(); }",
        "Foo x; try { x = Make(); } catch (InvalidOperationException) { x = default; } catch { x = new(); }",
        "Foo x; bool set = flag && (x = new()).Value == 0;",
        "Foo x = new Foo { Node = default, Other = new ListNode(), Value = 3 };",
        "Pair x = new() { First = { Node = default }, Second = new Foo { Node = new() } };",
        "Pair x; x.First = default; x.Second = default;",
        "Foo x, y; x = default; y = new();",
        "Fill(out Foo x); Fill(out var y); Fill(out _);",
        "(Foo x, int y) = (new Foo(), 1);",
        "element.Initialize(); new Ptr<Foo>(p).Initialize();",
        "ref Foo x = ref r; x = ref *p; x = ref span[0];",
        "r.Value = 1; (r.Value, p->Value) = (2, 3); p->Value++; span[0].Value += 4;",
        "for (int i = 0; i < 3; i++) { Foo x; x = new(); x.Value = i; }",
        "while (flag) { Foo x; if (number1 > 1) { x = new(); } else { x = default; } flag = x.Value > 0; }",
        "numbers.AsSpan().Clear(); Array.Clear(numbers); Array.Clear(pointers, 0, 1); Array.Fill(pointers, element); pointers.AsSpan().Fill(element); new System.Collections.Generic.List<Ptr<Foo>>().Clear();",
        "NativeMemory.Clear(p, 10); NativeMemory.Fill(p, 10, 0); Span<byte> bytes = stackalloc byte[3]; bytes.Clear(); MemoryMarshal.AsBytes(span).ToString();",
        "static Foo Create(int value) { Foo x; x = new Foo { Value = value }; return new Foo { Value = x.Value }; }",
        "Foo x; if (flag) { x = new(); } else { Set(); } void Set() => x = default;",
        "Foo x = flag ? new Foo() : default; Foo y = number1 switch { 1 => new(), _ => default };",
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public Task RejectsOneTwin(string statements, string target, string reason) => VerifyTwinsAsync(Method(statements), Message(target, reason));

    [Theory]
    [MemberData(nameof(Members))]
    public Task RejectsOneTwinOfMembers(string members, string target, string reason) => VerifyTwinsAsync(members + Pair, Message(target, reason));

    [Theory]
    [MemberData(nameof(Accepted))]
    public Task Accepts(string statements) => VerifyAcceptedAsync(Method(statements));

    [Fact]
    public Task AcceptsWhatConstructorsConstruct() => VerifyAcceptedAsync(
        """
        struct First { public ListNode Node; public int Id; public First(int id) { this = default; Id = id; } }
        struct Second { public ListNode Node; public int Id; public Second(int id) { Node = default; Id = id; } public Second(long id) : this((int)id) => Id++; }
        struct Third { public ListNode Node = new(); public Third() { } }
        struct Fourth(int id) { public ListNode Node; public int Id = id; }
        partial class Fifth { [FixedAddressValueType] static Foo s_foo; static Fifth() { s_foo = new Foo { Value = 1 }; } }
        partial class Sixth { [FixedAddressValueType] static Foo s_foo = new() { Value = 1 }; }
        [InlineArray(4)] struct Heads { ListHead _first; }
        partial struct Seventh { [Contains(typeof(Foo), nameof(Foo.Node))] Heads _slots; public Seventh(int i) { _slots[0] = default; _slots[1] = new(); for (int slot = 2; slot < 4; slot++) { _slots[slot] = default; } } }
        [InlineArray(2)] struct Foos { Foo _first; }
        struct Eighth { Foos _foos; public Eighth(int i) { _foos[i] = new Foo { Value = 1 }; _foos[1 - i].Node = default; _foos[1 - i].Other = default; } public Eighth(long i) { _foos[0].Node = default; _foos[^1] = new(); } }
        partial class Ninth { [FixedAddressValueType] static Foos s_foos; static Ninth() { s_foos[0] = new Foo { Value = 1 }; s_foos[1] = default; } }
        """);

    private static string Method(string statements) => $$"""
        unsafe class Program
        {
            static void Run(ref Foo r, Foo* p, Ptr<Foo> element, Span<Foo> span, Foo[] array, int* number, int number1, bool flag, int[] numbers, Ptr<Foo>[] pointers)
            {
                {{statements}}
            }

            static ref Foo Same(ref Foo x) => ref x;
            static void Fill(out Foo x) => x = default;
            static Foo Make() => default;
        }
        {{Pair}}
        """;

    private static string Message(string target, string reason) => $"'{target}' is overwritten, and whatever is linked to it would lose it: {reason}";
}
