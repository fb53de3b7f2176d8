using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class CopiedValueTests() : RuleTests("ILIST101")
{
    private const string Variable = "make it a reference, as in 'ref Foo x = ref ...'";
    private const string Reference = "use it through a reference";
    private const string ByReference = "pass it by reference";
    private const string Return = "return a reference or a Ptr";
    private const string Loop = "make the variable a reference, as in 'foreach (ref var element in span)'";

    /// <summary>Gets statements that copy a <c>Foo</c> or not, the members they need, what is said to be copied, how, and the mend.</summary>
    public static TheoryData<string, string, string, string, string> Twins => new()
    {
        // Variables and assignments
        { "«Foo→ref Foo» x = «→ref »{|#0:r|};", "", "r", "into the variable 'x'", Variable },
        { "«var→ref var» x = «→ref »{|#0:q.Value|};", "", "q.Value", "into the variable 'x'", Variable },
        { "«Foo→Foo*» x = {|#0:«*p→p»|};", "", "*p", "into the variable 'x'", Variable },
        { "for («Foo→ref Foo» x = «→ref »{|#0:p[1]|}; x.Value < 1; ) { break; }", "", "p[1]", "into the variable 'x'", Variable },
        { "Foo x; x = {|#0:«i→new Foo { Value = i.Value }»|};", "", "i", "by the assignment", "assign a reference or a Ptr" },
        { "ref Foo x = ref r; _ = «Copy→Look»({|#0:x|}); static int Copy(Foo f) => 1; static int Look(in Foo f) => 1;", "", "x", "into the parameter 'f'", ByReference },
        { "new Holder(«→ref »{|#0:r|});", "ref struct Holder { public Holder(«→ref »Foo foo) { } }", "r", "into the parameter 'foo'", ByReference },
        { "new Holder();", "struct Holder { Foo _foo; public Holder() { «Foo x→ref Foo x» = «→ref »{|#0:this._foo|}; } }", "this._foo", "into the variable 'x'", Variable },
        { "Take(«→in »({|#0:r|}));", "static void Take(«→in »Foo foo) { }", "r", "into the parameter 'foo'", ByReference },
        { "Native(«→ref »{|#0:r|});", """[DllImport("native")] static extern void Native(«→ref »Foo foo);""", "r", "into the parameter 'foo'", ByReference },
        { "delegate*<«→ref »Foo, void> x = null; x(«→ref »{|#0:r|});", "", "r", "into the call", ByReference },

        // Results: expression bodies, lambdas, local functions, properties, indexers, operators, generics
        { "", "static «→ref »Foo Get(Ptr<Foo> foo) => «→ref »{|#0:foo.Value|};", "foo.Value", "by 'return'", Return },
        { "", "static «→ref »Foo Get(ref Foo foo) { return «→ref »{|#0:foo|}; }", "foo", "by 'return'", Return },
        { "", "Ptr<Foo> _first; public «→ref »Foo First => «→ref »{|#0:_first.Value|};", "_first.Value", "by 'return'", Return },
        { "", "Ptr<Foo> _first; public «→ref »Foo this[int index] { get { return «→ref »{|#0:_first.Value|}; } }", "_first.Value", "by 'return'", Return },
        { "«→ref »Foo Get(ref Foo foo) => «→ref »{|#0:foo|}; Get(ref r).Touch();", "", "foo", "by 'return'", Return },
        { "Get x = (ref Foo foo) => «→ref »{|#0:foo|};", "delegate «→ref »Foo Get(ref Foo foo);", "foo", "by 'return'", Return },
        { "", "public static explicit operator «Foo→Ptr<Foo>»(Owner owner) => {|#0:«owner._other.Value→owner._other»|}; Ptr<Foo> _other;", "owner._other.Value", "by 'return'", Return },
        { "", "static System.Collections.Generic.IEnumerable<«{|ILIST103:Foo|}→int»> All(Ptr<Foo> foo) { yield return {|#0:foo.Value|}«→.Value»; }", "foo.Value", "by 'yield return'", Return },
        { "", "«→ref »struct Holder(«→ref »Foo foo) { «→ref »Foo _foo = «→ref »{|#0:foo|}; }", "foo", "into the field", "set its fields one by one" },
        { "", "static async System.Threading.Tasks.Task<int> Get(Ptr<Foo> foo) { await System.Threading.Tasks.Task.Yield(); return «Sum→Look»({|#0:foo.Value|}); } static int Sum(Foo foo) => 1; static int Look(in Foo foo) => 1;", "foo.Value", "into the parameter 'foo'", ByReference },

        // Receivers
        { "«((Foo){|#0:r|})→(r)».Touch();", "", "r", "by the conversion to 'Foo'", Reference },
        { "(1 switch { 1 => {|#0:«r→p»|}, _ => «default→null» })«.→->»Touch();", "", "r", "by 'switch'", "let each case use the value where it is" },
        { "Action x = «{|#0:r|}.Touch→() => { }»;", "", "r", "into a delegate of 'Foo.Touch()'", "call it in a lambda that gets a Ptr" },
        { "«{|#0:r|}.By→r.By»«Value→Reference»();", "} static class Extensions { public static void ByValue(this Foo foo) { } public static void ByReference(this ref Foo foo) { }", "r", "into the parameter 'foo'", ByReference },

        { "Foo x; «({|#0:x = new Foo()|})→x = new Foo(); x».Touch();", "", "x = new Foo()", "by the assignment", "call it on what is assigned, in a statement of its own" },
        { "", "} static class Extensions { public static TaskAwaiter GetAwaiter(this «→in »Foo foo) => default; static async System.Threading.Tasks.Task Wait(Ptr<Foo> foo) => await {|#0:foo.Value|};", "foo.Value", "into the receiver of 'Extensions.GetAwaiter(Foo)'", "declare the receiver as 'in'" },

        // Operators, conversions
        { "_ = {|#0:r|} «+→-» 1;", "", "r", "into an operand of 'Foo.operator +(Foo, int)'", "declare the operand as 'in'" },
        { "_ = «!→-»{|#0:r|};", "", "r", "into an operand of 'Foo.operator !(Foo)'", "declare the operand as 'in'" },
        { "_ = («int→long»){|#0:r|};", "", "r", "into an operand of 'Foo.explicit operator int(Foo)'", "declare the operand as 'in'" },

        // Patterns and deconstruction
        { "_ = r is {|#0:«var x→{ Value: 1 }»|};", "", "var x", "into the variable 'x'", "match its fields only" },
        { "_ = *p is {|#0:«Foo x→Foo»|};", "", "Foo x", "into the variable 'x'", "match its fields only" },
        { "_ = r switch { {|#0:{ Value: 1 }« x→»|} => 1, _ => 2 };", "", "{ Value: 1 } x", "into the variable 'x'", "match its fields only" },
        { "switch (q.Value) { case {|#0:«var x→{ Value: 0 }»|} when q.Value.Value == 1: break; }", "", "var x", "into the variable 'x'", "match its fields only" },
        { "_ = new Span<Foo>(p, 2) is [{|#0:«var x→_»|}, _];", "", "var x", "into the variable 'x'", "match its fields only" },
        { "_ = r is {|#0:«(1, 1)→{ Value: 1 }»|};", "", "(1, 1)", "by the deconstruction", "match its fields by name, or declare 'Deconstruct' as 'readonly'" },
        { "«var (x, y) = {|#0:r|}→r.Deconstruct(out int x, out int y)»;", "", "r", "by the deconstruction", "call 'Deconstruct' where it is, or declare it 'readonly'" },

        // Loops, using, collections, text
        { "foreach («var→ref var» {|#0:x|} in new Span<Foo>(p, 2)) { }", "", "x", "by 'foreach'", Loop },
        { "foreach (ref var x in new Span<Foo>(p, 2)) { foreach («Foo→ref Foo» {|#0:y|} in new Span<Foo>(p, 2)) x.Touch(); }", "", "y", "by 'foreach'", Loop },
        { "foreach («int→long» {|#0:x|} in new Span<Foo>(p, 2)) { }", "", "x", "into an operand of 'Foo.explicit operator int(Foo)'", "declare the operand as 'in'" },
        { "using ({|#0:«r→Foo x = new()»|}) { }", "", "r", "by 'using'", "dispose it in a 'finally' block" },
        { "«Foo* x = stackalloc Foo[] { {|#0:r|} }→Foo* x = stackalloc Foo[1]»;", "", "r", "into the memory that 'stackalloc' reserves", "set the fields of each element there" },
        { "Span<«Foo→Ptr<Foo>»> x = [{|#0:«r→q»|}];", "", "r", "into a collection", "collect Ptr values" },
        { "Take({|#0:«r→q»|});", "static void Take(params Span<«Foo→Ptr<Foo>»> foos) { }", "r", "into a collection", "collect Ptr values" },
        { """_ = $"{«{|#0:r|}→r.Value»}";""", "", "r", "into text", "name the fields that the text is to show" },
        { """System.Diagnostics.Debug.Assert(true, $"{«{|#0:r|}→r.Value»}");""", "", "r", "into text", "name the fields that the text is to show" },
        { "_ = «{|#0:r|} with { Value = 1 }→r.Value»;", "", "r", "by 'with'", "assign to its fields where it is" },

        { "var x = new Span<«Foo→Ptr<Foo>»>(«p→&q», 2); Span<«Foo→Ptr<Foo>»> y = [.. {|#0:x|}];", "", "x", "into a collection", "collect Ptr values" },

        // Spans and blocks of memory
        { "var x = new Span<Foo>(p, 2); «{|#0:x|}.CopyTo(x)→x[0].Touch()»;", "", "x", "by 'Span.CopyTo', element by element", "set the fields of each element at its new place" },
        { "var x = new ReadOnlySpan<«Foo→Ptr<Foo>»>(«p→&q», 2); _ = {|#0:x|}.TryCopyTo(default);", "", "x", "by 'ReadOnlySpan.TryCopyTo', element by element", "set the fields of each element at its new place" },
        { "Buffer.MemoryCopy({|#0:«p→&q»|}, «p→&q», 0, 0);", "", "p", "by 'Buffer.MemoryCopy', element by element", "set the fields of each element at its new place" },
        { "p = (Foo*)NativeMemory.«Realloc({|#0:p|}, 10)→Alloc(10)»;", "", "p", "by 'NativeMemory.Realloc', element by element", "set the fields of each element at its new place" },
    };

    /// <summary>Gets correct statements, and the members they need.</summary>
    public static TheoryData<string, string> Correct => new()
    {
        { "Foo x = Make(); Foo y; y = Make(); Foo z; z = default; Foo w; w = new() { Value = 1 }; Take(Make()); Take(default);", "static Foo Make() => new() { Value = 1 }; static void Take(Foo foo) { }" },
        { "_ = r; _ = r.Node; _ = *p;", "" },
        { "_ = Make().Node.IsLinked; _ = default(Foo).Value; Make().Touch();", "static Foo Make() => default;" },
        { "ref Foo x = ref r; x = ref *p; x = ref (x.Value > 0 ? ref r : ref q.Value); (x = ref r).Touch();", "" },
        { "scoped ref Foo x = ref r; x.Touch(); ref readonly Foo y = ref i; y = ref r; _ = y.Value;", "" },
        { "var x = new Holder { Writable = ref r, ReadOnly = ref i }; x.Writable = ref *p; x.Writable.Touch(); Holder y = x; y.ReadOnly.Look();", "ref struct Holder { public ref Foo Writable; public ref readonly Foo ReadOnly; }" },
        { "foreach (ref Foo x in new Span<Foo>(p, 2)) { x.Touch(); } foreach (ref readonly Foo x in new ReadOnlySpan<Foo>(p, 2)) { x.Look(); }", "" },
        { "foreach (ref Foo x in new Walk(p)) { x.Touch(); }", "unsafe ref struct Walk(Foo* at) { public Walk GetEnumerator() => this; public ref Foo Current => ref *at; public bool MoveNext() => false; }" },
        { "using Foo x = new(); x.Touch(); using (var y = Make()) { y.Touch(); }", "static Foo Make() => default;" },
        { "fixed (Foo* x = &r) { x->Touch(); } fixed (ListNode* x = &r.Node) { _ = x->IsLinked; } Ptr<ListNode> y = &p->Node; _ = y.Value.IsLinked;", "" },
        { "_ = $\"{r.Value} {r.Node.IsLinked} {q}\"; _ = nameof(r.Node); _ = sizeof(Foo); _ = typeof(Foo).Name; _ = nameof(Foo.Touch);", "" },
        { "_ = r is { Value: > 1 and < 4, Node.IsLinked: false }; _ = r is Foo; _ = q.Value switch { { Value: 1 } => 1, _ => 2 };", "" },
        { "Foo x = r.Value switch { 0 => new Foo(), 1 => default, _ => new() { Value = 2 } }; Foo y = r.Value > 1 ? new Foo() : default;", "" },
        { "var y = new Range2(ref r); y[^1].Touch(); foreach (ref var x in y[..]) { }", "ref struct Range2 { ref Foo _foo; public Range2(ref Foo foo) { _foo = ref foo; } public int Length => 1; public ref Foo this[int index] => ref _foo; public Span<Foo> Slice(int start, int length) => default; }" },
        { "Owned x = default; x[^1].Touch(); _ = x[..];", "struct Owned { Foo _foo; public int Length => 1; public ref Foo this[int index] { [System.Diagnostics.CodeAnalysis.UnscopedRef] get => ref _foo; } public int Slice(int start, int length) => 1; }" },
        { "Buffer x = default; x[1].Touch(); foreach (ref Foo y in x[..]) y.Touch(); Span<Foo> z = x; z[1].Touch(); Look(in x[1]);", "[InlineArray(4)] struct Buffer { Foo _first; } static void Look(in Foo foo) { }" },
        { "Grid x = default; x[1][2].Touch(); Look(in x);", "[InlineArray(4)] struct Row { Foo _first; } [InlineArray(4)] struct Grid { Row _first; } static void Look(in Grid grid) => _ = grid[0][1].Node.IsLinked;" },
        { "Use(r); Use(in r); Use(*p); Use(q.Value); Use(Unsafe.AsRef(in i)); Use(new Foo());", "static int Use(in Foo foo) => foo.Value;" },
        { "Change x = (ref Foo foo) => foo.Touch(); x(ref r); x += static (ref Foo foo) => foo.Value++; x(ref q.Value); Pick y = (ref Foo foo) => ref foo; y(ref r).Touch();", "delegate void Change(ref Foo foo); delegate ref Foo Pick(ref Foo foo);" },
        { "delegate*<ref Foo, in Foo, ref Foo> x = &Pick; x(ref r, in i).Touch();", "static ref Foo Pick(ref Foo foo, in Foo other) => ref foo;" },
        { "var x = __makeref(r); __refvalue(x, Foo).Touch(); _ = __refvalue(x, Foo).Value;", "" },
        { "Handle x = r; Handle y = (Handle)i; _ = x == y;", "record struct Handle(int Value) { public static implicit operator Handle(in Foo foo) => new(foo.Value); }" },
        { "var (x, y) = new Point(); foreach (var (a, b) in new Span<Point>()) { } var (c, _) = At(ref r);", "struct Point { public ListNode Node; public readonly void Deconstruct(out int x, out int y) => x = y = 1; } static Point At(ref Foo foo) => default;" },
        { "var (x, y, z) = r;", "} static class Extensions { public static void Deconstruct(this in Foo foo, out int x, out int y, out int z) => x = y = z = foo.Value;" },
        { "", "static async System.Threading.Tasks.Task Wait(Ptr<Task> task) => await task.Value; struct Task { public ListNode Node; public TaskAwaiter GetAwaiter() => default; }" },
        { "Foo x, y, z; (x = new Foo()).Look(); _ = (y = new Foo()).Value; z = x.Value > 0 ? new Foo() : default; (_ = new Foo()).Touch();", "" },
        { "Wrapper<(int A, int B)> x = default; Look(in x); Look(x); static void Look(in Wrapper<(int, int)> wrapper) { }", "struct Wrapper<T> where T : unmanaged { public T Value; public ListNode Node; }" },
        { "Text x = $\"{r}{i}\";", "[InterpolatedStringHandler] ref struct Text { public Text(int length, int count) { } public void AppendLiteral(string text) { } public void AppendFormatted(in Foo foo) { } }" },
        { "Zip(p, 1, q);", "static void Zip(params ReadOnlySpan<Ptr<Foo>> foos) { foreach (Ptr<Foo> foo in foos) foo.Value.Touch(); } static void Zip(Ptr<Foo> first, int count, params ReadOnlySpan<Ptr<Foo>> foos) { }" },
        { "var x = System.Linq.Enumerable.ToArray(System.Linq.Enumerable.Select(new[] { q }, foo => foo.Value.Value + 1)); Array.Copy(x, x, 1); x.AsSpan().CopyTo(x);", "" },
        { "Record x = new(q, 1); Record y = x with { Count = 2 }; _ = x == y; _ = x.ToString(); x.Foo.Value.Touch();", "record struct Record(Ptr<Foo> Foo, int Count);" },
        { "Record x = new(1); x.Node.IsLinked.ToString(); _ = x.Id; _ = x.ToString();", "record struct Record(int Id) { internal ListNode Node; }" },
        { "", "static int Count<T, TLink>(IntrusiveList<T, TLink> list) where T : unmanaged where TLink : unmanaged, IListLink<T> { int count = 0; foreach (Ptr<T> each in list) { ref T value = ref each.Value; Look(ref value); count++; } return count; } static void Look<[AddressStable] T>(ref T value) { if (value is null || value == null) { return; } value?.GetHashCode(); }" },
        { "", "static System.Collections.Generic.IEnumerable<Ptr<Foo>> All(Ptr<Foo> foo) { yield return foo; foo.Value.Value++; } static async System.Threading.Tasks.Task Wait(Ptr<Foo> foo) { await System.Threading.Tasks.Task.Yield(); foo.Value.Touch(); }" },
        { "NativeMemory.Clear(p, 10); Foo* x = (Foo*)NativeMemory.AllocZeroed(2, (nuint)sizeof(Foo)); x[1].Touch(); NativeMemory.Free(x); *&x->Value = 1; (*x).Touch();", "" },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string members, string value, string effect, string remedy) => VerifyTwinsAsync(Source(twins, members), Message(value, effect, remedy));

    [Theory]
    [MemberData(nameof(Correct))]
    public Task AcceptsCorrectUses(string statements, string members) => VerifyAcceptedAsync(Source(statements, members));

    [Fact]
    public Task NamesWhatIsHeldAtAnyDepth() => VerifyTwinsAsync(
        """
        struct Outer<[AddressStable] T> where T : unmanaged { public T Value; public int Id; }
        static class Program
        {
            static void Use(ref Outer<Outer<Foo>> foo, ref Outer<int> other) { var x = {|#0:«foo→other»|}; }
        }
        """,
        "'foo' is copied into the variable 'x', but a value of 'Outer<Outer<Foo>>' must stay where it is: it holds the list node 'Foo.Node'; make it a reference, as in 'ref Outer<Outer<Foo>> x = ref ...'");

    [Fact]
    public Task RejectsHeads() => VerifyTwinsAsync(
        """
        unsafe partial struct Owner
        {
            [Contains(typeof(Foo), nameof(Foo.Node))] ListHead _head;
            static void Use(Ptr<Owner> owner) { «var→ref ListHead» x = «→ref »{|#0:owner.Value._head|}; }
        }
        """,
        "'owner.Value._head' is copied into the variable 'x', but a value of 'ListHead' must stay where it is: it is a list head; make it a reference, as in 'ref ListHead x = ref ...'");

    [Fact]
    public Task RejectsGenericValuesThatMayHoldNodes() => VerifyTwinsAsync(
        """
        static class Generic
        {
            public static void Use<«[AddressStable] →»T>(Ptr<T> element) where T : unmanaged { T x = {|#0:element.Value|}; }
        }
        """,
        "'element.Value' is copied into the variable 'x', but a value of 'T' must stay where it is: 'T' may stand for a type that holds a list head or node; make it a reference, as in 'ref T x = ref ...'");

    // Each of them, and in each place
    [Fact]
    public Task RejectsMembersThatTheCompilerWrites() => VerifyRejectedAsync(
        """
        public record struct Record(int Id) { public ListNode Node; }
        static class Program
        {
            static void Use(ref Record record) { _ = {|#0:record|}.ToString(); _ = {|#1:record|}.GetHashCode(); _ = {|#2:record|} == default; }
        }
        """,
        Message("record", "by 'Record.ToString()', which the compiler has written", "declare it", "Record"),
        Message("record", "by 'Record.GetHashCode()', which the compiler has written", "declare it", "Record"),
        Message("record", "into an operand of 'Record.operator ==(Record, Record)'", "declare the operand as 'in'", "Record"));

    // Each clone would have a lock of its own for the lists that it shares with the original.
    [Theory]
    [InlineData("record class Server { public int Id; internal «ListLock→Ptr<ListLock>» _lock; }", "server with { Id = 2 }", "_lock")]
    [InlineData("record Base { internal ListLock _lock; «→protected Base(Base other) { }» public Base() { } } record Server : Base { public int Id; }", "server with { Id = 2 }", "_lock", "Base")]
    [InlineData("record Server { internal ListLock _lock; public int Id; public Server() { } «→public Server(Server other) { Id = other.Id; }» }", "server with { }", "_lock")]
    [InlineData("partial record Server { internal «→static» ListLock _lock; }", "server with { }", "_lock")]
    public Task RejectsClonesOfLocks(string record, string clone, string field, string owner = "Server") => VerifyTwinsAsync(
        $"{record} static class Program {{ static Server Clone(Server server) => {clone.Replace("server ", "{|#0:server|} ")}; }}",
        $"'server.{field}' is copied by 'with', but a value of 'ListLock' must stay where it is: it is a lock; make another '{owner}', or give it a copy constructor");

    private static string Source(string statements, string members) =>
        $$"""
        partial struct Owner
        {
            static unsafe void Use(ref Foo r, in Foo i, Foo* p, Ptr<Foo> q) { {{statements}} }
            {{members}}
        }

        partial struct Foo : IDisposable
        {
            public void Touch() => Value++;
            public readonly void Look() { }
            public void Deconstruct(out int x, out int y) => x = y = Value++;
            public void Dispose() { }
            public static int operator +(Foo left, int right) => right;
            public static int operator -(in Foo left, int right) => right;
            public static int operator !(Foo foo) => 1;
            public static int operator -(in Foo foo) => 1;
            public static explicit operator int(Foo foo) => 1;
            public static explicit operator long(in Foo foo) => 1;
        }
        """;

    private static string Message(string value, string effect, string remedy, string type = "Foo") =>
        $"'{value}' is copied {effect}, but a value of '{type}' must stay where it is: it holds the list node '{type}.Node'; {remedy}";
}
