using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class WorkUnderLockTests() : RuleTests("ILIST304", DiagnosticSeverity.Info)
{
    private const string Allocates = "allocates";

    public static TheoryData<string, string, string> Statements => new()
    {
        // Pools
        { "using var guard = server.EnterLock(); «guard.Ready.AddLast({|#0:pool.Allocate()|});→»", "pool.Allocate()", Allocates },
        { "«Ptr<Foo> first;→Ptr<Foo> first; {» using (var guard = server.EnterLock()) { first = guard.Ready.RemoveFirst(); «→} }» {|#0:pool.Free(first)|}; «}→»", "pool.Free(first)", "frees" },
        { "var guard = server.EnterLock(); try { «{|#0:pool.Free(foo)|};→» } finally { guard.Dispose(); }", "pool.Free(foo)", "frees" },
        { "var guard = server.EnterLock(); try { } finally { «{|#0:pool.Free(foo)|};→» guard.Dispose(); }", "pool.Free(foo)", "frees" },

        // Objects
        { "using (server.EnterLock()) { «{|#0:new Server()|};→» }".Replace("{|#0:new Server()|};", "var made = {|#0:new Server()|};"), "new Server()", Allocates },
        { "using (server.EnterLock()) { Server made = «{|#0:new()|}→server»; }", "new()", Allocates },
        { "using (server.EnterLock()) { var made = «{|#0:new { Foo = 1 }|}→1»; }", "new { Foo = 1 }", Allocates },
        { "using (server.EnterLock()) { int[] made = {|#0:new int[«3→0»]|}; }", "new int[3]", Allocates },
        { "using (server.EnterLock()) { «int[]→Span<int>» made = «{|#0:new int[]→stackalloc int[]» { 1, 2 }«|}→»; }", "new int[] { 1, 2 }", Allocates },
        { "using (server.EnterLock()) { «int[]→Span<int>» made = {|#0:[1, 2]|}; }", "[1, 2]", Allocates },
        { "using (server.EnterLock()) { System.Collections.Generic.IEnumerable<int> made = {|#0:[«1→»]|}; }", "[1]", Allocates },
        { "using (server.EnterLock()) { var made = {|#0:Array.CreateInstance(typeof(int), «3→0»)|}; }", "Array.CreateInstance(typeof(int), 3)", Allocates },
        { "using (server.EnterLock()) { var made = {|#0:GC.AllocateUninitializedArray<int>(«3→0»)|}; }", "GC.AllocateUninitializedArray<int>(3)", Allocates },
        { "int size = 1; using (server.EnterLock()) { Func<int> made = «{|#0:() => size|}→() => 1»; }", "() => size", Allocates },
        { "int size = 1; using (server.EnterLock()) { string made = «{|#0:\"a\" + size|}→\"a\" + \"b\"»; }", "\"a\" + size", Allocates },
        { "int size = 1; using (server.EnterLock()) { string made = «{|#0:$\"a{size}\"|}→$\"a\"»; }", "$\"a{size}\"", Allocates },

        // Unknown code
        { "Action call = condition ? () => { } : () => { }; using (server.EnterLock()) { «{|#0:call()|};→» }", "call()", "calls code that is not known here" },
        { "Action call = «Given()→() => { }»; using (server.EnterLock()) { {|#0:call()|}; } Action Given() => () => { };", "call()", "calls code that is not known here" },
        { "Action call = Given(); using (server.EnterLock()) { «{|#0:call.Invoke()|};→» } Action Given() => () => { };", "call.Invoke()", "calls code that is not known here" },
        { "using (server.EnterLock()) { «Local();→» } void Local() { {|#0:pool.Free(foo)|}; }", "pool.Free(foo)", "frees" },
        { "using var guard = server.EnterLock(); guard.Ready.RemoveWhere(element => { «{|#0:Globals.Pool.Free(element)|};→» return true; });", "Globals.Pool.Free(element)", "frees" },
    };

    [Theory]
    [MemberData(nameof(Statements))]
    public Task RejectsLongWork(string twins, string work, string effect) => VerifyTwinsAsync(
        GuardedOwners.Method(twins).Replace("internal static ListLock s_lock;", "internal static ListLock s_lock; internal static readonly NativePool<Foo> Pool = new();"),
        $"'{work}' {effect} while 'Server.Lock' is held, and other threads wait for that: do it before the lock is entered, or after it is left");

    [Fact]
    public Task RejectsUnknownDelegates() => VerifyTwinsAsync(
        GuardedOwners.Member("", "class Service { Action? _changed; event Action? Changed; void M(Server server, Action call) { using (server.EnterLock()) { «_changed?{|#0:.Invoke()|};→» } } }"),
        "'.Invoke()' calls code that is not known here while 'Server.Lock' is held, and other threads wait for that: do it before the lock is entered, or after it is left");

    [Theory]
    [InlineData("Ptr<Foo> element = pool.Allocate(); using (var guard = server.EnterLock()) { guard.Ready.AddLast(element); } pool.Free(element);")]
    [InlineData("using var scope = map.GetOrAdd(1); Ptr<Foo> element = pool.Allocate();")]
    [InlineData("foreach (Ptr<Foo> element in server.DrainReady()) { pool.Free(element); }")]
    [InlineData("using (server.EnterLock()) { if (condition) { throw new InvalidOperationException($\"{condition}\"); } }")]
    [InlineData("using (server.EnterLock()) { var local = new DateTime(2000, 1, 1); }")]
    [InlineData("using (server.EnterLock()) { Action later = static () => { var made = new Server(); }; }")]
    [InlineData("using (server.EnterLock()) { void Local() => pool.Free(foo); }")]
    [InlineData("var guard = server.EnterLock(); try { guard.Dispose(); pool.Free(foo); guard = server.EnterLock(); } finally { guard.Dispose(); }")]
    public Task AcceptsStatements(string statements) => VerifyAcceptedAsync(GuardedOwners.Method(statements));
}
