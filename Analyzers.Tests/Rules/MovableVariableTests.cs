using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Variables that the compiler moves into objects: state machines and closures.
/// </summary>
public sealed class MovableVariableTests() : RuleTests("ILIST103")
{
    private const string Usings = "using System.Collections.Generic; using System.Threading.Tasks; using System.Linq;\n";
    private const string Lambda = "a lambda captures it, in an object that the garbage collector moves";
    private const string Local = "the local function 'Local' captures it, in an object that the garbage collector moves";
    private const string Shared = "what 'Local' captures shares an object with what a lambda captures";

    public static TheoryData<string> AsyncVariables => new()
    {
        "«async→» void Run() { Foo {|#0:foo|} = default; foo.Value++; }",
        "async Task Run() { «Foo→Ptr<Foo>» {|#0:foo|} = default; await Task.Yield(); }",
        "async Task Run() { await Task.Yield(); { «var→ref var» {|#0:foo|} = «new Foo()→ref Shared[0]»; foo.Value++; } }",
        "async ValueTask<int> Run(«Foo→Ptr<Foo>» {|#0:foo|}) { await Task.Yield(); return 1; }",
        "async Task Run() { Make(out «Foo {|#0:foo|}→_»); await Task.Yield(); }",
        "async Task Run() { Make(out «var {|#0:foo|}→var _»); await Task.Yield(); }",
        "Func<Task> Run() => «async→» () => { Foo {|#0:foo|} = default; foo.Value++; «→return Task.CompletedTask;» };",
        "Action<Foo> Run() => «async→» {|#0:foo|} => foo.Value++;",
        "void Run() { «async→» void Local() { Foo {|#0:foo|} = default; foo.Value++; } Local(); }",
        "async Task Run() { for («Foo→Ptr<Foo>» {|#0:foo|} = default; ; ) { await Task.Yield(); } }",
        "async Task<object?> Run(object box) { await Task.Yield(); return box is «Foo {|#0:foo|}→Ptr<Foo> foo» ? null : box; }",
        "async IAsyncEnumerable<int> Run() { «Foo→Ptr<Foo>» {|#0:foo|} = default; await Task.Yield(); yield return 1; }",
    };

    public static TheoryData<string> IteratorVariables => new()
    {
        "IEnumerable<int> Run() { Foo {|#0:foo|} = default; foo.Value++; «yield return 1→return []»; }",
        "IEnumerator<int> Run(«Foo→Ptr<Foo>» {|#0:foo|}) { yield break; }",
        "IEnumerable<int> Run { get { «Foo→Ptr<Foo>» {|#0:foo|} = default; yield return 1; } }",
        "void Run() { IEnumerable<int> Local(«Foo→Ptr<Foo>» {|#0:foo|}) { yield return 1; } Local(default); }",
        "IEnumerable<int> this[int index] { get { while (index < 3) { «Foo→Ptr<Foo>» {|#0:foo|} = default; yield return index; } } }",
        "public static IEnumerable<int> operator +(Program program) { «Foo→Ptr<Foo>» {|#0:foo|} = default; yield return 1; }",
    };

    public static TheoryData<string, string> Captures => new()
    {
        { "int Run() { Foo foo = default; Func<int> get = () => «{|#0:foo|}.Value→Shared.Length»; return get(); }", Lambda },
        { "int Run() { Foo foo = default; Func<int> get = delegate { return «{|#0:foo|}.Value→nameof(foo).Length»; }; return get(); }", Lambda },
        { "int Run(Foo foo) { Func<string> get = () => «{|#0:foo|}.Value→1».ToString(); return get().Length; }", Lambda },
        { "int Run() { Foo foo = default; Action set = () => Make(out {|#0:«foo→_»|}); set(); return 1; }", Lambda },
        { "IEnumerable<int> Run(int[] numbers, Foo foo) => from number in numbers where number > «{|#0:foo|}.Value→numbers[0]» select number;", Lambda },
        { "int Run() { Foo foo = default; System.Linq.Expressions.Expression<Func<int>> get = () => «{|#0:foo|}.Value→3»; return 1; }", Lambda },
        { "int Run() { Foo foo = default; Func<Func<int>> get = () => () => «{|#0:foo|}.Value→3»; return 1; }", Lambda },
        { "int Run() { Foo foo = default; int Local() => {|#0:foo|}.Value; «Func<int> get = Local; return get()→return Local()»; }", Local },
        { "int Run() { Foo foo = default; «async Task→void» Local() { {|#0:foo|}.Value++; } Local(); return 1; }", Local },
        { "int Run() { Foo foo = default; IEnumerable<int> Local() { «{|#0:foo|}.Value++→»; yield return 1; } Local(); return 1; }", Local },
        { "int Run() { Foo foo = default; int Local() => {|#0:foo|}.Value; «Func<int> get = () => Local(); return get()→return Local()»; }", Shared },
        { "int Run() { Foo foo = default; int other = 1; int Local() => {|#0:foo|}.Value; Func<int> get = () => «other→1»; return Local() + get(); }", Shared },
        { "int Run(Foo foo) { int other = 1; int Local() => {|#0:foo|}.Value; «Func<int> get = () => other; return get()→return Local() + other»; }", Shared },
        { "int Run(int other) { «→{» Foo foo = default; int Local() => {|#0:foo|}.Value; Func<int> get = () => other; return Local() + get(); «→}» }", Shared },
        { "int Run() { Foo foo = default; int Local() => {|#0:foo|}.Value; Func<int> get = () => «_field→1»; return Local() + get(); }", Shared },
        { "Func<int> _get = «() => { Foo foo = default; Func<int> get = () => {|#0:foo|}.Value; return get(); }→() => { Foo foo = default; int Get() => foo.Value; return Get(); }»;", Lambda },
    };

    public static TheoryData<string, string, string> Receivers => new()
    {
        { "struct Element { int _value; «ListNode→int» _node; public async Task {|#0:Run|}() { await Task.Yield(); _value++; } }", "an async method", "make 'Run' static, and give it a Ptr<Element>" },
        { "struct Element { ListNode _node; int _value; public async void {|#0:Run|}() { await Task.Yield(); «this._value++→»; } }", "an async method", "make 'Run' static, and give it a Ptr<Element>" },
        { "record struct Element { ListNode _node; int _value; public «async→» Task<int> {|#0:Run|}() => «await→» Task.FromResult(_value); }", "an async method", "make 'Run' static, and give it a Ptr<Element>" },
        { "struct Element { ListNode _node; int _value; public IEnumerable<int> {|#0:Run|}() { «yield return _value→return [_value]»; } }", "an iterator", "make 'Run' static, and give it a Ptr<Element>" },
        { "struct Element { «ListNode→int» _node; int _value; IEnumerable<int> Values { {|#0:get|} { yield return _value; } } }", "an iterator", "make 'get_Values' static, and give it a Ptr<Element>" },
        { "struct Element(int value) { «ListNode→int» _node = default; IEnumerator<int> {|#0:GetEnumerator|}() { yield return value; } }", "an iterator", "make 'GetEnumerator' static, and give it a Ptr<Element>" },
        { "struct Element { ListNode _node; string _name; public «async→» void {|#0:Run|}() { Hash(_name); } static void Hash(string name) { } }", "an async method", "make 'Run' static, and give it what it needs" },
    };

    [Theory]
    [MemberData(nameof(AsyncVariables))]
    public Task RejectsVariablesOfAsyncMethods(string member) => VerifyTwinsAsync(Program(member), Message("foo", "an async method keeps its variables in an object"));

    [Theory]
    [MemberData(nameof(IteratorVariables))]
    public Task RejectsVariablesOfIterators(string member) => VerifyTwinsAsync(Program(member), Message("foo", "an iterator keeps its variables in an object"));

    [Theory]
    [MemberData(nameof(Captures))]
    public Task RejectsCapturedVariables(string member, string movement) => VerifyTwinsAsync(Program(member), Message("foo", movement));

    [Theory]
    [MemberData(nameof(Receivers))]
    public Task RejectsCopiesOfThis(string type, string function, string mend) =>
        VerifyTwinsAsync(Usings + type, MovableStorageTests.Message("this", "it holds the list node 'Element._node'", $"{function} works on a copy of it", mend));

    [Fact]
    public Task RejectsVariablesOfAsyncPrograms() => VerifyRejectedAsync(
        """
        {|CS8805:Foo {|#0:foo|} = default;|}
        await System.Threading.Tasks.Task.Yield();
        """,
        Message("foo", "an async method keeps its variables in an object"));

    [Fact]
    public Task RejectsParametersOfTypes() => VerifyTwinsAsync(
        "class Program(Foo foo) { readonly «Func<int>→int» _get = «() => {|#0:foo|}.Value→foo.Value»; }",
        Message("foo", Lambda));

    [Fact]
    public Task RejectsEachVariableOnce() => VerifyRejectedAsync(
        Program("int Run(Foo foo) { Foo bar = default; Func<int> first = () => {|#0:foo|}.Value + {|#1:bar|}.Value + foo.Value, second = () => bar.Value; return first() + second(); }"),
        Message("foo", Lambda),
        Message("bar", Lambda));

    private static string Message(string variable, string movement) => MovableStorageTests.Message(variable, "it holds the list node 'Foo.Node'", movement, "use a Ptr<Foo>");

    private static string Program(string member) =>
        $$"""
        {{Usings}}
        class Program
        {
            int _field = 1;
            static readonly Foo[] Shared = GC.AllocateArray<Foo>(3, pinned: true);
            static void Make(out Foo foo) { foo = default; }
            {{member}}
        }
        """;
}
