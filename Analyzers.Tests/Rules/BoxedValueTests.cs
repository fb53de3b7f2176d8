using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class BoxedValueTests() : RuleTests("ILIST102")
{
    /// <summary>Gets statements that box a <c>Foo</c> or not, the members they need, what is said to be boxed, and how.</summary>
    public static TheoryData<string, string, string, string> Twins => new()
    {
        // Conversions, written and implied
        { "object x = {|#0:r|}«→.Value»;", "", "r", "as 'object'" },
        { "ValueType x = {|#0:«*p→p->Value»|};", "", "*p", "as 'ValueType'" },
        { "dynamic x = {|#0:«q.Value→q.Value.Value»|};", "", "q.Value", "as 'dynamic'" },
        { "dynamic x = 1; _ = x + {|#0:«q.Value→q»|};", "", "q.Value", "as 'dynamic'" },
        { "dynamic x = 1; _ = {|#0:r«→.Value»|} == x;", "", "r", "as 'dynamic'" },
        { "dynamic x = 1; x += {|#0:r«→.Value»|};", "", "r", "as 'dynamic'" },
        { "dynamic x = 1; _ = x - {|#0:new «Foo→object»()|};", "", "new Foo()", "as 'dynamic'" },
        { "«dynamic→int» x = 1; _ = x + {|#0:r|};", "} partial struct Foo { public static int operator +(int left, in Foo right) => left;", "r", "as 'dynamic'" },
        { "((«IDisposable→Foo*»){|#0:«r→p»|})«.→->»Dispose();", "", "r", "as 'IDisposable'" },
        { "«({|#0:i|} as IDisposable)?→r».Dispose();", "", "i", "as 'IDisposable'" },
        { "IDisposable x = {|#0:new «Foo→Other»()|};", "struct Other : IDisposable { public void Dispose() { } }", "new Foo()", "as 'IDisposable'" },
        { "Dispose(«→ref »{|#0:r|});", "static void Dispose«→<[AddressStable] T>»(«IDisposable→ref T» disposable) «→where T : struct, IDisposable» => disposable.Dispose();", "r", "as 'IDisposable'" },
        { "Write({|#0:r|}«→.Value»);", "static void Write(params object[] values) { }", "r", "as 'object'" },
        { "_ = string.Format(\"{0}\", {|#0:r|}«→.Value»);", "", "r", "as 'object'" },
        { "_ = Equals({|#0:r|}«→.Value», null);", "", "r", "as 'object'" },
        { "_ = r.Value > 1 ? «(object){|#0:r|}→q.ToString()» : null;", "", "r", "as 'object'" },
        { "object x = 1 switch { 1 => {|#0:r|}«→.Value», _ => 2 };", "", "r", "as 'object'" },
        { "_ = \"\" + {|#0:r|}«→.Value»;", "", "r", "as 'object'" },
        { "Func<object> x = () => {|#0:new «Foo→object»()|};", "", "new Foo()", "as 'object'" },
        { "foreach (IDisposable {|#0:x|} in Make()) { }", "static System.Collections.Generic.IEnumerable<«{|ILIST103:Foo|}→Other»> Make() { yield break; } struct Other : IDisposable { public void Dispose() { } }", "x", "by 'foreach'" },

        // Results: expression bodies, properties, lambdas, local functions, iterators, generics
        { "", "Ptr<Foo> _foo; object Value => {|#0:_foo«.Value→»|};", "_foo.Value", "as 'object'" },
        { "", "Ptr<Foo> _foo; object this[int index] { get { return {|#0:_foo.Value«→.Value»|}; } }", "_foo.Value", "as 'object'" },
        { "", "static System.Collections.IEnumerable All(Ptr<Foo> foo) { yield return {|#0:foo.Value«→.Value»|}; }", "foo.Value", "as 'object'" },
        { "", "static async System.Threading.Tasks.Task<object> Get(Ptr<Foo> foo) { await System.Threading.Tasks.Task.Yield(); return {|#0:foo«.Value→»|}; }", "foo.Value", "as 'object'" },
        { "IDisposable «Get() => {|#0:new Foo()|};→Get() => null!;»", "", "new Foo()", "as 'IDisposable'" },

        // Patterns
        { "if (r is {|#0:IDisposable« x→»|}) { }", "", "IDisposable x", "as 'IDisposable'" },
        { "switch (r) { case {|#0:IDisposable «x→_»|}: break; }", "", "IDisposable x", "as 'IDisposable'" },
        { "_ = *p switch { {|#0:IDisposable { }« x→»|} => 1 };", "", "IDisposable { } x", "as 'IDisposable'" },

        // Members of 'object' that the struct does not override
        { "_ = {|#0:r|}.«GetHashCode→ToString»();", "", "r", "to call 'ValueType.GetHashCode()', which it does not override" },
        { "_ = {|#0:r|}.«Equals→Same»(null);", "", "r", "to call 'ValueType.Equals(object?)', which it does not override" },
        { "_ = {|#0:r|}.«→Value.»GetType();", "", "r", "to call 'object.GetType()', which it does not override" },
        { "_ = {|#0:q.Value|}.«→Value.»GetHashCode();", "", "q.Value", "to call 'ValueType.GetHashCode()', which it does not override" },
        { "", "} partial struct Foo { public override int GetHashCode() => «{|#0:base|}.GetHashCode()→Value»;", "base", "to call 'ValueType.GetHashCode()', which it does not override" },
    };

    /// <summary>Gets correct statements, and the members they need.</summary>
    public static TheoryData<string, string> Correct => new()
    {
        { "object x = q; IEquatable<Ptr<Foo>> y = q; dynamic z = q; object w = r.Value; object v = r.Node.IsLinked;", "" },
        { "r.Dispose(); p->Dispose(); q.Value.Dispose(); using Foo x = new(); x.Dispose();", "" },
        { "_ = r.ToString(); _ = q.Value.ToString(); _ = new Foo().ToString();", "" },
        { "_ = r is IDisposable; _ = r is object; _ = r is { };", "" },
        { "_ = nameof(r.GetHashCode); _ = typeof(Foo).GetHashCode(); _ = default(Ptr<Foo>).GetHashCode(); _ = q.Equals(q);", "" },
        { "Use(ref r); Use(ref *p);", "static void Use<[AddressStable] T>(ref T value) where T : struct, IDisposable { value.Dispose(); _ = value.ToString(); _ = value.GetHashCode(); _ = value.Equals(null); }" },
        { "", "static void Use<[AddressStable] T>(ref T value) { if (value == null || null == value || value is null) { } value?.ToString(); _ = value?.GetHashCode(); }" },
        { "", "static void Use<T>(T value) where T : unmanaged { object x = value; _ = value.GetType(); }" },
        { "Call<Foo>(ref r);", "static void Call<[AddressStable] T>(ref T value) where T : struct, ICall<T> => T.Call(ref value); public interface ICall<T> where T : struct { static abstract void Call(ref T value); } } partial struct Foo : Owner.ICall<Foo> { public static void Call(ref Foo foo) => foo.Value++;" },
        { "Call(ref r);", "static void Call<[AddressStable] T>(ref T value) where T : struct, ICall { value.Call(); value.Called++; } public interface ICall { void Call(); int Called { get; set; } } } partial struct Foo : Owner.ICall { void Owner.ICall.Call() => Value++; int Owner.ICall.Called { get => Value; set => Value = value; }" },
        { "_ = $\"{r.Value,4:x} {q} {r.ToString()}\"; Console.WriteLine(r.Value); string.Format(\"{0} {1}\", p->Value, q.IsNull);", "" },
        { "Action x = q.Value.Value > 0 ? () => { } : static () => { }; Func<Ptr<Foo>, object> y = foo => foo.Value.Value; y(q);", "" },
        { "Hold x = new() { Foo = ref r }; x.Foo.Dispose(); _ = x.Foo.ToString();", "ref struct Hold { public ref Foo Foo; }" },
        { "Record x = new(q); _ = x.Equals((object)x); _ = x.ToString(); _ = x.GetHashCode(); object y = x;", "record struct Record(Ptr<Foo> Foo);" },
        { "foreach (IDisposable x in new IDisposable[0]) { } foreach (object x in new[] { q }) { }", "" },
        { "", "class Pool : IDisposable { readonly NativePool<Foo> _head = new(); public void Dispose() { object head = _head; GC.KeepAlive(head); GC.KeepAlive(this); } }" },
    };

    /// <summary>Gets statements that box a lock or not, and how.</summary>
    public static TheoryData<string, string> Locks => new()
    {
        { "object x = {|#0:gate|}«→.IsHeld»;", "as 'object'" },
        { "_ = {|#0:gate|}.«GetHashCode()→IsHeld»;", "to call 'ValueType.GetHashCode()', which it does not override" },
        { "Take({|#0:gate|}«→.IsHeld»); static void Take(object value) { }", "as 'object'" },
    };

    [Theory]
    [MemberData(nameof(Locks))]
    public Task RejectsLocks(string twins, string effect) => VerifyTwinsAsync(
        $"class Program {{ static void Run(ref ListLock gate) {{ {twins} }} }}",
        $"'gate' is boxed {effect}, but a value of 'ListLock' must stay where it is: it is a lock; use a reference or a Ptr instead");

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string members, string value, string effect) => VerifyTwinsAsync(Source(twins, members), Message(value, effect));

    [Theory]
    [MemberData(nameof(Correct))]
    public Task AcceptsCorrectUses(string statements, string members) => VerifyAcceptedAsync(Source(statements, members));

    [Fact]
    public Task RejectsHeads() => VerifyTwinsAsync(
        """
        partial struct Owner
        {
            [Contains(typeof(Foo), nameof(Foo.Node))] ListHead _head;
            static bool IsSame(Ptr<Owner> owner) => {|#0:owner.Value._head|}.«Equals(null)→IsEmpty»;
        }
        """,
        "'owner.Value._head' is boxed to call 'ValueType.Equals(object?)', which it does not override, but a value of 'ListHead' must stay where it is: it is a list head; use a reference or a Ptr instead");

    [Fact]
    public Task RejectsGenericValuesThatMayHoldNodes() => VerifyTwinsAsync(
        """
        static class Generic
        {
            public static object Use<«[AddressStable] →»T>(ref T value) where T : unmanaged => {|#0:value|};
        }
        """,
        "'value' is boxed as 'object', but a value of 'T' must stay where it is: 'T' may stand for a type that holds a list head or node; use a reference or a Ptr instead");

    private static string Source(string statements, string members) =>
        $$"""
        partial struct Owner
        {
            static unsafe void Use(ref Foo r, in Foo i, Foo* p, Ptr<Foo> q) { {{statements}} }
            {{members}}
        }

        partial struct Foo : IDisposable
        {
            public void Dispose() { }
            public readonly bool Same(object? other) => other is null;
            public override string ToString() => "";
        }
        """;

    private static string Message(string value, string effect) =>
        $"'{value}' is boxed {effect}, but a value of 'Foo' must stay where it is: it holds the list node 'Foo.Node'; use a reference or a Ptr instead";
}
