using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class EscapedListTests() : RuleTests("ILIST303")
{
    private const string Returned = "returned to the caller";
    private const string Used = "used";
    private const string List = "IntrusiveList<Foo, Foo.NodeLink>";

    /// <summary>Gets statements: the list, the guard and what it holds.</summary>
    public static TheoryData<string, string, string, string> Statements => new()
    {
        // In a variable
        { $"{List} list; using (var guard = server.EnterLock()) {{ list = guard.Ready; «}}→» {{|#0:list|}}.AddLast(foo); «→}}»", "list", "guard", "Server.Lock" },
        { $"{List} list; using (var guard = word.EnterLock()) {{ list = guard.Items; «}}→» {{|#0:list|}}.AddLast(foo); «→}}»", "list", "guard", "Word.Lock" },
        { $"{List} list = default; if (condition) {{ using var guard = queue.EnterLock(); list = guard.Ready; «}}→» {{|#0:list|}}.Clear(); «→}}»", "list", "guard", "Queue._gate" },
        { $"{List} list; {{ using var guard = pair.EnterFirst(); list = guard.Ready; «}}→» Sink.Use({{|#0:list|}}); «→}}»", "list", "guard", "Pair._first" },
        { $"{List} list; {{ using var guard = bucket.EnterLock(); list = guard.Items; «}}→» foreach (Ptr<Foo> element in {{|#0:list|}}) {{ }} «→}}»", "list", "guard", "Bucket<T>._lock" },
        { $"{List} list; using (var guard = server.EnterLock()) {{ list = guard.Ready; }} using (var guard = «other→server».EnterLock()) {{ «→list = guard.Ready;» «{{|#0:list|}}→list».Clear(); }}", "list", "guard", "Server.Lock" },
        { $"{List} list; var guard = server.EnterLock(); try {{ list = guard.Ready; «}} finally {{ guard.Dispose(); }}→» {{|#0:list|}}.Clear(); «→}} finally {{ guard.Dispose(); }}»", "list", "guard", "Server.Lock" },
        { $"{List} list; switch (condition) {{ case true: using (var guard = server.EnterLock()) list = guard.Ready; break; default: return; }} «{{|#0:list|}}.Clear();→»", "list", "guard", "Server.Lock" },
        { "Lists lists; using (var guard = wheel.EnterLock()) { lists = guard.Slots; «}→» {|#0:lists|}[1].Clear(); «→}»".Replace("Lists", "IntrusiveListArray<Foo, Foo.NodeLink>"), "lists", "guard", "Wheel.Lock" },
        { $"{List} list; using (var guard = wheel.EnterLock()) {{ list = guard.Slots[2]; «}}→» {{|#0:list|}}.Clear(); «→}}»", "list", "guard", "Wheel.Lock" },
        { $"{List} list, same; using (var guard = server.EnterLock()) {{ list = guard.Ready; same = list; «}}→» {{|#0:same|}}.Clear(); «→}}»", "same", "guard", "Server.Lock" },
        { $"{List} list; using (var guard = server.EnterLock()) {{ list = condition ? guard.Ready : guard.Ready; «}}→» {{|#0:list|}}.Clear(); «→}}»", "list", "guard", "Server.Lock" },

        // Behind what leaves the lock
        { "var guard = server.EnterLock(); «try { } finally { guard.Dispose(); }→try {» {|#0:guard.Ready|}.Clear(); «→} finally { guard.Dispose(); }»", "Server.LockGuard.Ready", "guard", "Server.Lock" },
        { "var guard = server.EnterLock(); try { } finally { «guard.Dispose();→» {|#0:guard.Ready|}.Clear(); «→guard.Dispose();» }", "Server.LockGuard.Ready", "guard", "Server.Lock" },
        { "var guard = server.EnterLock(); using (guard) { «}→» {|#0:guard.Ready|}.Clear(); «→}»", "Server.LockGuard.Ready", "guard", "Server.Lock" },
        { "Server.LockGuard guard; using (guard = server.EnterLock()) { «}→» {|#0:guard.Ready|}.Clear(); «→}»", "Server.LockGuard.Ready", "guard", "Server.Lock" },
        { "var guard = server.EnterLock(); «guard.Dispose();→try {» {|#0:guard.Ready|}.Clear(); «→} finally { guard.Dispose(); }»", "Server.LockGuard.Ready", "guard", "Server.Lock" },
        { "var guard = server.EnterLock(); var list = guard.Ready; «guard.Dispose();→try {» {|#0:list|}.Clear(); «→} finally { guard.Dispose(); }»", "list", "guard", "Server.Lock" },
    };

    /// <summary>Gets members of a class.</summary>
    public static TheoryData<string, string, string> Members => new()
    {
        { $"static «{List}→int» M(Server server) {{ using var guard = server.EnterLock(); return {{|#0:guard.Ready|}}«→.Count()»; }}", "Server.LockGuard.Ready", Returned },
        { $"static {List} M(«Server server→in Server.LockGuard guard») {{ «using var guard = server.EnterLock();→» return {{|#0:guard.Ready|}}; }}", "Server.LockGuard.Ready", Returned },
        { $"static {List} M(Server server) {{ using (var guard = server.EnterLock()) {{ return «{{|#0:guard.Ready|}}→default»; }} }}", "Server.LockGuard.Ready", Returned },
        { $"static {List} M(Server server) {{ using var guard = server.EnterLock(); var list = guard.Ready; return «{{|#0:list|}}→default»; }}", "list", Returned },
        { $"static {List} M(Server server, bool condition) {{ using var guard = server.EnterLock(); return condition ? «{{|#0:guard.Ready|}}→default» : default; }}", "Server.LockGuard.Ready", Returned },
        { $"static {List} M(Server server, bool condition) {{ using var guard = server.EnterLock(); return condition switch {{ true => «{{|#0:guard.Ready|}}→default», _ => default }}; }}", "Server.LockGuard.Ready", Returned },
        { $"static {List} M(Server server) {{ var guard = server.EnterLock(); try {{ return «{{|#0:guard.Ready|}}→default»; }} finally {{ guard.Dispose(); }} }}", "Server.LockGuard.Ready", Returned },
        { $"static void M(Server server) {{ Local(); {List} Local() {{ using var guard = server.EnterLock(); return «{{|#0:guard.Ready|}}→default»; }} }}", "Server.LockGuard.Ready", Returned },
        { $"delegate {List} Get(); static void M(Server server) {{ Get get = () => {{ using var guard = server.EnterLock(); return «{{|#0:guard.Ready|}}→default»; }}; }}", "Server.LockGuard.Ready", Returned },
        { $"static {List}.ReverseEnumerator M(Server server) {{ using var guard = server.EnterLock(); return «{{|#0:guard.Ready.Reversed()|}}→default»; }}", "guard.Ready.Reversed()", Returned },
        { $"static void M(Server server, out {List} list) {{ using var guard = server.EnterLock(); list = «{{|#0:guard.Ready|}}→default»; }}", "Server.LockGuard.Ready", "kept in 'list'" },
        { $"static void M(Server server, ref {List} list) {{ using (var guard = server.EnterLock()) {{ list = «{{|#0:guard.Ready|}}→default»; }} }}", "Server.LockGuard.Ready", "kept in 'list'" },
        { $"ref struct Holder {{ {List} _list; void M(Server server) {{ using var guard = server.EnterLock(); _list = «{{|#0:guard.Ready|}}→default»; }} }}", "Server.LockGuard.Ready", "kept in '_list'" },

        // Who has the guard has the lock
        { $"static void M(Server server, out Server.LockGuard result, out {List} list) {{ var guard = server.EnterLock(); bool handed = false; try {{ list = {{|#0:guard.Ready|}}; result = «default→guard»; handed = true; }} finally {{ if (!handed) {{ guard.Dispose(); }} }} }}", "Server.LockGuard.Ready", "kept in 'list'" },
        { $"static void M(Server server, out Server.LockGuard result, out {List} list) {{ var guard = server.EnterLock(); bool handed = false; try {{ list = {{|#0:guard.Ready|}}; result = guard; handed = true; }} finally {{ «→if (!handed)» guard.Dispose(); }} }}", "Server.LockGuard.Ready", "kept in 'list'" },
        { $"static {List} M(Server server, out Server.LockGuard result) {{ Server.LockGuard guard = default; bool handed = false; try {{ guard = server.EnterLock(); result = «default→guard»; handed = true; return {{|#0:guard.Ready|}}; }} finally {{ if (!handed) {{ guard.Dispose(); }} }} }}", "Server.LockGuard.Ready", Returned },
        { $"ref struct Holder {{ Server.LockGuard _guard; {List} _list; void M(Server server) {{ var guard = server.EnterLock(); bool handed = false; try {{ _list = {{|#0:guard.Ready|}}; _guard = «default→guard»; handed = true; }} finally {{ if (!handed) {{ guard.Dispose(); }} }} }} }}", "Server.LockGuard.Ready", "kept in '_list'" },
        { $"static {List} Property {{ get {{ using var guard = new Server().EnterLock(); return «{{|#0:guard.Ready|}}→default»; }} }}", "Server.LockGuard.Ready", Returned },
    };

    /// <summary>Gets members of a class that use values of a map.</summary>
    public static TheoryData<string, string, string, string> Values => new()
    {
        { "static «ref→» int M(ValueMap<int, Word> map) { using var scope = map.GetOrAdd(1); return «ref {|#0:scope.Value.Count|}→scope.Value.Count»; }", "scope.Value.Count", Returned, "scope" },
        { "static ref Word M(ValueMap<int, Word> map, ref Word word) { using var scope = map.GetOrAdd(1); return ref «{|#0:scope.Value|}→word»; }", "scope.Value", Returned, "scope" },
        { "static ref Word M(ValueMap<int, Word> map, ref Word word) { using var scope = map.GetOrAdd(1); ref Word value = ref scope.Value; return ref «{|#0:value|}→word»; }", "value", Returned, "scope" },
        { "static ref Word M(ValueMap<int, Word> map, ref Word word) { foreach (ValueEntry<int, Word> entry in map) { return ref «{|#0:entry.Value|}→word»; } return ref word; }", "entry.Value", Returned, "entry" },
        { "static void M(ValueMap<int, Word> map) { var scope = map.GetOrAdd(1); ref Word value = ref scope.Value; «scope.Dispose();→try {» {|#0:value|}.Count++; «→} finally { scope.Dispose(); }» }", "value", Used, "scope" },
        { "static void M(ValueMap<int, Word> map) { using var scope = map.GetOrAdd(1); «scope.Dispose();→» {|#0:scope.Value|}.Count++; }", "scope.Value", Used, "scope" },
    };

    [Theory]
    [MemberData(nameof(Statements))]
    public Task RejectsUseBehindTheScope(string twins, string list, string guard, string held) => VerifyTwinsAsync(
        GuardedOwners.Method(twins), $"'{list}' is used, where '{guard}' no longer holds '{held}': use it while '{guard}' does");

    [Theory]
    [MemberData(nameof(Members))]
    public Task RejectsListsThatLeaveTheScope(string twins, string list, string use) => VerifyTwinsAsync(
        GuardedOwners.Member(twins), $"'{list}' is {use}, where 'guard' no longer holds 'Server.Lock': use it while 'guard' does");

    [Theory]
    [MemberData(nameof(Values))]
    public Task RejectsValuesThatLeaveTheirScope(string twins, string value, string use, string scope) => VerifyTwinsAsync(
        GuardedOwners.Member(twins), $"'{value}' is {use}, where '{scope}' no longer keeps the value in memory: use it while '{scope}' does");

    [Theory]

    // Inside
    [InlineData("using var guard = server.EnterLock(); var list = guard.Ready; list.Clear(); foreach (Ptr<Foo> element in list) { }")]
    [InlineData("using (var guard = server.EnterLock()) { var list = guard.Ready; if (condition) { list = guard.Ready; } list.Clear(); }")]
    [InlineData("var guard = server.EnterLock(); var list = guard.Ready; try { list.Clear(); } catch (Exception) { list.Clear(); } finally { list.Clear(); guard.Ready.Clear(); guard.Dispose(); }")]
    [InlineData("using var scope = map.GetOrAdd(1); ref Word value = ref scope.Value; using var guard = value.EnterLock(); var list = guard.Items; list.Clear(); value.Count++;")]
    [InlineData("using var guard = wheel.EnterLock(); foreach (var list in guard.Slots) { list.Clear(); }")]

    // Not only of a guard, or of two
    [InlineData("IntrusiveList<Foo, Foo.NodeLink> list = Unguarded(); if (condition) { using var guard = server.EnterLock(); list = guard.Ready; } list.Clear(); IntrusiveList<Foo, Foo.NodeLink> Unguarded() => default;")]
    [InlineData("IntrusiveList<Foo, Foo.NodeLink> list; using (var guard = server.EnterLock()) { list = guard.Ready; list.Clear(); } using (var guard = other.EnterLock()) { list = guard.Ready; list.Clear(); }")]

    // Assigned anew
    [InlineData("var guard = server.EnterLock(); try { guard.Dispose(); guard = server.EnterLock(); guard.Ready.Clear(); } finally { guard.Dispose(); }")]
    [InlineData("Server.LockGuard guard; using (guard = server.EnterLock()) { } using (guard = server.EnterLock()) { guard.Ready.Clear(); }")]
    [InlineData("var guard = server.EnterLock(); guard.Dispose(); guard = other.EnterLock(); try { guard.Ready.Clear(); } finally { guard.Dispose(); }")]

    // What has been read stays
    [InlineData("Ptr<Foo> first; int count; using (var guard = server.EnterLock()) { first = guard.Ready.First; count = guard.Ready.Count(); } Sink.Use(first); Sink.Use(count);")]
    [InlineData("int count; using (var scope = map.GetOrAdd(1)) { count = scope.Value.Count; } Sink.Use(count);")]
    [InlineData("ref int count = ref word.Count; using (var guard = word.EnterLock()) { count = 1; } count = 2;")]
    public Task AcceptsStatements(string statements) => VerifyAcceptedAsync(GuardedOwners.Method(statements));

    [Theory]
    [InlineData("static IntrusiveList<Foo, Foo.NodeLink> M(Server.LockGuard guard) => guard.Ready;")]
    [InlineData("static void M(ref Server.LockGuard guard, out IntrusiveList<Foo, Foo.NodeLink> list) { list = guard.Ready; }")]
    [InlineData("[MustDispose] ref struct Wrapper { Server.LockGuard _guard; IntrusiveList<Foo, Foo.NodeLink> _list; public Wrapper(Server server) { _guard = server.EnterLock(); _list = _guard.Ready; } public IntrusiveList<Foo, Foo.NodeLink> Ready => _guard.Ready; public void Dispose() => _guard.Dispose(); }")]
    [InlineData("struct Held { public Ptr<Foo> Newest; } static ref Foo M(ValueMap<int, Held> map) { using var scope = map.GetOrAdd(1); return ref scope.Value.Newest.Value; }")]
    [InlineData("ref struct Batch { public IntrusiveList<Foo, Foo.NodeLink> List; } static void M(Server server) { using var guard = server.EnterLock(); var batch = new Batch { List = guard.Ready }; batch.List.Clear(); }")]
    [InlineData("ref struct Batch { public IntrusiveList<Foo, Foo.NodeLink> List; } ref struct Outer { public Batch Inner; } static void M(Server server) { Outer outer = default; using var guard = server.EnterLock(); outer.Inner.List = guard.Ready; outer.Inner.List.Clear(); }")]
    public Task AcceptsMembers(string members) => VerifyAcceptedAsync(GuardedOwners.Member(members));

    [Fact]
    public Task LeavesScopedReferencesToTheCompiler() => VerifyAcceptedAsync(GuardedOwners.Member(
        "static IntrusiveList<Foo, Foo.NodeLink> M(Server server) { scoped Server.LockGuard guard = server.EnterLock(); try { return {|CS8352:guard|}.Ready; } finally { guard.Dispose(); } }"));
}
