using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class ReenteredLockTests() : RuleTests("ILIST305")
{
    private const string WithoutAdvice = "#pragma warning disable ILIST304\n";

    /// <summary>Gets statements: what enters the lock again, the lock, and who holds it.</summary>
    public static TheoryData<string, string, string, string> Guards => new()
    {
        // Every kind of owner and lock
        { "using var first = server.EnterLock(); using var second = {|#0:«server→other».EnterLock()|};", "server.EnterLock()", "Server.Lock", "the guard 'first'" },
        { "using var first = word.EnterLock(); using var second = {|#0:«word→pointer.Value».EnterLock()|};", "word.EnterLock()", "Word.Lock", "the guard 'first'" },
        { "using var first = pointer.Value.EnterLock(); using var second = {|#0:«pointer.Value→word».EnterLock()|};", "pointer.Value.EnterLock()", "Word.Lock", "the guard 'first'" },
        { "using var first = pair.EnterSecond(); using var second = {|#0:pair.Enter«Second→First»()|};", "pair.EnterSecond()", "Pair._second", "the guard 'first'" },
        { "using var first = queue.EnterLock(); «using var second = {|#0:queue.EnterLock()|};→»", "queue.EnterLock()", "Queue._gate", "the guard 'first'" },
        { "using var first = modern.EnterLock(); «using var second = {|#0:modern.EnterLock()|};→»", "modern.EnterLock()", "Modern._lock", "the guard 'first'" },
        { "using var first = bucket.EnterLock(); «using var second = {|#0:bucket.EnterLock()|};→»", "bucket.EnterLock()", "Bucket<T>._lock", "the guard 'first'" },
        { "using var first = Globals.EnterLock(); «using var second = {|#0:Globals.EnterLock()|};→»", "Globals.EnterLock()", "Globals.s_lock", "the guard 'first'" },
        { "using var one = map.GetOrAdd(1); using var two = map.GetOrAdd(1); using var first = one.Value.EnterLock(); using var second = {|#0:«one→two».Value.EnterLock()|};", "one.Value.EnterLock()", "Word.Lock", "the guard 'first'" },
        { "foreach (ValueEntry<int, Word> entry in map) { using var first = entry.Value.EnterLock(); using var second = {|#0:«entry.Value→word».EnterLock()|}; }", "entry.Value.EnterLock()", "Word.Lock", "the guard 'first'" },

        // Every form
        { "using (server.EnterLock()) { using ({|#0:«server→other».EnterLock()|}) { } }", "server.EnterLock()", "Server.Lock", "the 'using' around it" },
        { "using (server.EnterLock()) using (var second = {|#0:«server→other».EnterLock()|}) second.Ready.Clear();", "server.EnterLock()", "Server.Lock", "the 'using' around it" },
        { "using Server.LockGuard first = server.EnterLock(), second = {|#0:«server→other».EnterLock()|};", "server.EnterLock()", "Server.Lock", "the guard 'first'" },
        { "using (Server.LockGuard first = server.EnterLock(), second = {|#0:«server→other».EnterLock()|}) { }", "server.EnterLock()", "Server.Lock", "the guard 'first'" },
        { "var first = server.EnterLock(); try { using var second = {|#0:«server→other».EnterLock()|}; } finally { first.Dispose(); }", "server.EnterLock()", "Server.Lock", "the guard 'first'" },
        { "var first = server.EnterLock(); try { } catch (Exception) { using var second = {|#0:«server→other».EnterLock()|}; } finally { first.Dispose(); }", "server.EnterLock()", "Server.Lock", "the guard 'first'" },
        { "var first = server.EnterLock(); using (first) { using var second = {|#0:«server→other».EnterLock()|}; }", "server.EnterLock()", "Server.Lock", "the guard 'first'" },
        { "Server.LockGuard first; using (first = server.EnterLock()) { using var second = {|#0:«server→other».EnterLock()|}; }", "server.EnterLock()", "Server.Lock", "the guard 'first'" },
        { "using (server.EnterLock()) { if (condition) { while (true) { using var second = {|#0:«server→other».EnterLock()|}; } } }", "server.EnterLock()", "Server.Lock", "the 'using' around it" },
        { "{ using var first = server.EnterLock(); «→}» using var second = {|#0:server.EnterLock()|}; «}→»", "server.EnterLock()", "Server.Lock", "the guard 'first'" },

        // By another name
        { "ref Word same = ref word; using var first = word.EnterLock(); using var second = {|#0:«same→pointer.Value».EnterLock()|};", "same.EnterLock()", "Word.Lock", "the guard 'first'" },
        { "Server same = «server→other»; using var first = server.EnterLock(); using var second = {|#0:same.EnterLock()|};", "same.EnterLock()", "Server.Lock", "the guard 'first'" },
        { "using var scope = map.GetOrAdd(1); ref Word value = ref scope.Value; using var first = value.EnterLock(); using var second = {|#0:«scope.Value→word».EnterLock()|};", "scope.Value.EnterLock()", "Word.Lock", "the guard 'first'" },

        // In a function that is called there
        { "using (server.EnterLock()) { «Local();→» } void Local() { using var second = {|#0:server.EnterLock()|}; }", "server.EnterLock()", "Server.Lock", "the 'using' around it" },
        { "using var first = server.EnterLock(); first.Ready.RemoveWhere(element => { using var second = {|#0:«server→other».EnterLock()|}; return second.Ready.IsEmpty; });", "server.EnterLock()", "Server.Lock", "the guard 'first'" },
        { "Action enter = () => { using var second = {|#0:server.EnterLock()|}; }; using (server.EnterLock()) { «enter();→» }", "server.EnterLock()", "Server.Lock", "the 'using' around it" },
        { "Local(1); void Local(int depth) { using var first = «server→new Server()».EnterLock(); if (depth > 0) { using var second = {|#0:server.EnterLock()|}; } }", "server.EnterLock()", "Server.Lock", "the guard 'first'" },
        { "Walk(server); void Walk(Server each) { using var first = each.EnterLock(); using var second = {|#0:«each→new Server()».EnterLock()|}; Walk(other); }", "each.EnterLock()", "Server.Lock", "the guard 'first'" },
        { "using (server.EnterLock()) { Local(); void Local() { «→server = other;» using var second = {|#0:server.EnterLock()|}; } }", "server.EnterLock()", "Server.Lock", "the 'using' around it" },
        { "using (server.EnterLock()) { _ = LaterAsync(); } async System.Threading.Tasks.Task LaterAsync() { «→await System.Threading.Tasks.Task.Yield();» using ({|#0:server.EnterLock()|}) { } await System.Threading.Tasks.Task.Yield(); }", "server.EnterLock()", "Server.Lock", "the 'using' around it" },
        { "using (server.EnterLock()) { _ = LaterAsync(); } async System.Threading.Tasks.Task LaterAsync() { «→await System.Threading.Tasks.Task.Yield();» Local(); await System.Threading.Tasks.Task.Yield(); } void Local() { using var second = {|#0:server.EnterLock()|}; }", "server.EnterLock()", "Server.Lock", "the 'using' around it" },
        { "Func<System.Threading.Tasks.Task> later = async () => { «→await System.Threading.Tasks.Task.Yield();» using ({|#0:server.EnterLock()|}) { } await System.Threading.Tasks.Task.Yield(); }; using (server.EnterLock()) { _ = later(); }", "server.EnterLock()", "Server.Lock", "the 'using' around it" },
        { "var first = server.EnterLock(); try { «→Leave(in first);» using var second = {|#0:server.EnterLock()|}; } finally { first.Dispose(); } void Leave(in Server.LockGuard taken) => taken.Dispose();", "server.EnterLock()", "Server.Lock", "the guard 'first'" },

        // The lock itself
        { "using var first = server.EnterLock(); {|#0:«server→other».Lock.Enter()|};", "server.Lock.Enter()", "Server.Lock", "the guard 'first'" },
        { "using var first = word.EnterLock(); {|#0:word.Lock.«→Try»Enter()|};", "word.Lock.Enter()", "Word.Lock", "the guard 'first'" },
        { "using var first = pair.EnterFirst(); {|#0:pair._«first→second».Enter()|};", "pair._first.Enter()", "Pair._first", "the guard 'first'" },
        { "using var first = Globals.EnterLock(); {|#0:Globals.s_lock.«→Try»Enter()|};", "Globals.s_lock.Enter()", "Globals.s_lock", "the guard 'first'" },
    };

    public static TheoryData<string, string> Drains => new()
    {
        { "using var first = server.EnterLock(); foreach (Ptr<Foo> element in {|#0:«server→other».DrainReady()|}) { }", "server.DrainReady()" },
        { "using (server.EnterLock()) { foreach (Ptr<Foo> element in {|#0:«server→other».DrainReady().GetEnumerator()|}) { } }", "server.DrainReady().GetEnumerator()" },
        { "using var first = server.EnterLock(); foreach (Ptr<Foo> element in «{|#0:server.DrainReady()|}→first.Ready.Drain()») { }", "server.DrainReady()" },
    };

    [Theory]
    [MemberData(nameof(Guards))]
    public Task RejectsEnteringTwice(string twins, string entry, string held, string holder) => VerifyTwinsAsync(
        WithoutAdvice + GuardedOwners.Method(twins), $"'{entry}' enters '{held}', which {holder} of the same owner holds already: use the lists of that guard");

    [Theory]
    [MemberData(nameof(Drains))]
    public Task RejectsDrainingUnderTheLock(string twins, string drain) => VerifyTwinsAsync(
        WithoutAdvice + GuardedOwners.Method(twins), $"'{drain}' enters 'Server.Lock', which {(twins.StartsWith("using (", System.StringComparison.Ordinal) ? "the 'using' around it" : "the guard 'first'")} of the same owner holds already: drain after that");

    [Theory]
    [InlineData("public partial class Server { void M() { using var first = EnterLock(); using var second = {|#0:«this→new Server()».EnterLock()|}; } }", "this.EnterLock()", "Server.Lock")]
    [InlineData("public partial class Server { void M(Server other) { using var first = EnterLock(); using var second = {|#0:«→other.»EnterLock()|}; } }", "EnterLock()", "Server.Lock")]
    [InlineData("public partial struct Word { void M(ref Word other) { using (EnterLock()) { using var second = {|#0:«this→other».EnterLock()|}; } } }", "this.EnterLock()", "Word.Lock")]
    [InlineData("class Service { readonly Server _one = new(), _two = new(); void M() { using var first = _one.EnterLock(); using var second = {|#0:«this._one→_two».EnterLock()|}; } }", "this._one.EnterLock()", "Server.Lock")]
    [InlineData("class Service { Server[] _all = []; void M() { using var first = _all[0].EnterLock(); using var second = {|#0:_all[«0→1»].EnterLock()|}; } }", "_all[0].EnterLock()", "Server.Lock")]
    [InlineData("class Service<T> where T : unmanaged { void M(Bucket<T> one, Bucket<T> two) { using var first = one.EnterLock(); using var second = {|#0:«one→two».EnterLock()|}; } }", "one.EnterLock()", "Bucket<T>._lock")]
    [InlineData("unsafe class Service { void M(Word* one, Word* two) { using var first = one->EnterLock(); using var second = {|#0:«one→two»->EnterLock()|}; } }", "one->EnterLock()", "Word.Lock")]
    [InlineData("class Service { static void Helper() { } void M(Word[] words) { using var first = words[0].EnterLock(); Helper(); using var second = {|#0:words[«0→1»].EnterLock()|}; } }", "words[0].EnterLock()", "Word.Lock")]

    // A struct that leads to the owner, by whatever name it is replaced
    [InlineData("struct Slot { public Server Server; public int Number; } class Service { void M(Slot[] slots, int i) { using var first = slots[i].Server.EnterLock(); slots[0]«.Number = 1→ = slots[1]»; using var second = {|#0:slots[i].Server.EnterLock()|}; } }", "slots[i].Server.EnterLock()", "Server.Lock")]
    [InlineData("struct Slot { public Server Server; public int Number; } class Service { void M(Slot[] slots, int i) { ref Slot slot = ref slots[i]; using var first = slot.Server.EnterLock(); slots[i]«.Number = 1→ = slots[i + 1]»; using var second = {|#0:slot.Server.EnterLock()|}; } }", "slot.Server.EnterLock()", "Server.Lock")]
    [InlineData("struct Slot { public Server Server; public int Number; } class Service { void M(Slot[] slots, int i) { ref Slot slot = ref slots[i]; using var first = slots[i].Server.EnterLock(); slot«.Number = 1→ = default»; using var second = {|#0:slots[i].Server.EnterLock()|}; } }", "slots[i].Server.EnterLock()", "Server.Lock")]
    [InlineData("struct Slot { public Server Server; public int Number; } class Service { void M(Slot[] slots, Slot[] all) { using var first = slots[0].Server.EnterLock(); «→(slots[0], slots[1]) = (slots[1], slots[0]);» using var second = {|#0:slots[0].Server.EnterLock()|}; } }", "slots[0].Server.EnterLock()", "Server.Lock")]
    [InlineData("struct Slot { public Server Server; public int Number; } class Service { void M(Slot[] slots, int[] numbers) { using var first = slots[0].Server.EnterLock(); Array.Reverse(«numbers→slots»); using var second = {|#0:slots[0].Server.EnterLock()|}; } }", "slots[0].Server.EnterLock()", "Server.Lock")]
    [InlineData("struct Slot { public Server Server; public int Number; } class Service { void M(ref Slot slot, Slot other) { using var first = slot.Server.EnterLock(); slot«.Number = 1→ = other»; using var second = {|#0:slot.Server.EnterLock()|}; } }", "slot.Server.EnterLock()", "Server.Lock")]
    [InlineData("struct Slot { public Server Server; public int Number; } class Service { Slot _slot; void M(Slot other) { ref Slot slot = ref _slot; using var first = slot.Server.EnterLock(); _slot«.Number = 1→ = other»; using var second = {|#0:slot.Server.EnterLock()|}; } }", "slot.Server.EnterLock()", "Server.Lock")]
    [InlineData("class Service { void M(Server[] servers, Server next) { ref Server server = ref servers[0]; using var first = servers[0].EnterLock(); «next→server» = servers[1]; using var second = {|#0:servers[0].EnterLock()|}; } }", "servers[0].EnterLock()", "Server.Lock")]
    public Task RejectsInTypes(string twins, string entry, string held) => VerifyTwinsAsync(
        WithoutAdvice + GuardedOwners.Member("", twins), $"'{entry}' enters '{held}', which {(twins.Contains("using (", System.StringComparison.Ordinal) ? "the 'using' around it" : "the guard 'first'")} of the same owner holds already: use the lists of that guard");

    [Theory]

    // One after the other
    [InlineData("using (server.EnterLock()) { } using (server.EnterLock()) { }")]
    [InlineData("if (condition) { using var first = server.EnterLock(); } else { using var second = server.EnterLock(); }")]
    [InlineData("switch (condition) { case true: using (server.EnterLock()) { } break; default: using (server.EnterLock()) { } break; }")]
    [InlineData("while (condition) { using var guard = server.EnterLock(); }")]
    [InlineData("var first = server.EnterLock(); try { } finally { first.Dispose(); } using var second = server.EnterLock();")]
    [InlineData("var first = server.EnterLock(); try { first.Dispose(); using (server.EnterLock()) { } first = server.EnterLock(); } finally { first.Dispose(); }")]
    [InlineData("foreach (Ptr<Foo> element in server.DrainReady()) { using var guard = server.EnterLock(); guard.Ready.AddLast(element); }")]
    [InlineData("using var drain = server.DrainReady(); using (server.EnterLock()) { }")]

    // Another owner, or it may be one
    [InlineData("Server current = server; using (current.EnterLock()) { current = other; using (current.EnterLock()) { } }")]
    [InlineData("Server same = server; same = other; using var first = server.EnterLock(); using var second = same.EnterLock();")]
    [InlineData("Server same = server; server = other; using var first = server.EnterLock(); using var second = same.EnterLock();")]
    [InlineData("Server[] servers = [server, other]; for (int i = 0; i < 1; i++) { using var first = servers[i].EnterLock(); using var second = servers[i + 1].EnterLock(); }")]
    [InlineData("Server[] servers = [server, other]; using var first = servers[0].EnterLock(); servers[0] = other; using var second = servers[0].EnterLock();")]
    [InlineData("using var one = map.GetOrAdd(1); using var two = map.GetOrAdd(1); using var first = one.Value.EnterLock(); using var second = two.Value.EnterLock();")]
    [InlineData("using var first = (condition ? server : other).EnterLock(); using var second = server.EnterLock();")]

    // A variable of another call, or that a function sets
    [InlineData("Walk(server, 3); void Walk(Server each, int depth) { using var guard = each.EnterLock(); if (depth > 0) { Walk(new Server(), depth - 1); } }")]
    [InlineData("Walk(pointer); static int Walk(Ptr<Word> at) { ref Word each = ref at.Value; using var guard = each.EnterLock(); return guard.Items.IsEmpty ? 0 : Walk(default); }")]
    [InlineData("Walk(server); void Walk(Server each) { using (each.EnterLock()) { Later(); } } void Later() { Walk(other); }")]
    [InlineData("using (server.EnterLock()) { Next(); using var second = server.EnterLock(); } void Next() => server = other;")]

    // Not called there
    [InlineData("using (server.EnterLock()) { void Local() { using var second = server.EnterLock(); } }")]
    [InlineData("using (server.EnterLock()) { Action later = () => { using var second = server.EnterLock(); }; }")]
    [InlineData("using (server.EnterLock()) { Sink.Run(() => { using var second = server.EnterLock(); }); }")]

    // What goes on later
    [InlineData("using (server.EnterLock()) { _ = Walk(); } System.Collections.Generic.IEnumerable<int> Walk() { foreach (var each in server.DrainReady()) { yield return 1; } }")]
    [InlineData("using (server.EnterLock()) { _ = LaterAsync(); } async System.Threading.Tasks.Task LaterAsync() { await System.Threading.Tasks.Task.Yield(); Later(); } void Later() { using (server.EnterLock()) { } }")]
    [InlineData("using (server.EnterLock()) { _ = LaterAsync(); } async System.Threading.Tasks.Task LaterAsync() { if (condition) { await System.Threading.Tasks.Task.Yield(); } using (server.EnterLock()) { } }")]
    [InlineData("using (server.EnterLock()) { _ = LaterAsync(null!); } async System.Threading.Tasks.Task LaterAsync(System.Collections.Generic.IAsyncEnumerable<int> all) { await foreach (int one in all) { using (server.EnterLock()) { } } }")]
    [InlineData("using (server.EnterLock()) { _ = LaterAsync(null!); } async System.Threading.Tasks.Task LaterAsync(IAsyncDisposable all) { await using (all) { } using (server.EnterLock()) { } }")]
    [InlineData("using (server.EnterLock()) { _ = LaterAsync(); } async System.Collections.Generic.IAsyncEnumerable<int> LaterAsync() { using (server.EnterLock()) { } await System.Threading.Tasks.Task.Yield(); yield return 1; }")]
    [InlineData("var held = (Server: server, Number: 1); using var first = held.Server.EnterLock(); held = (other, 2); using var second = held.Server.EnterLock();")]
    public Task AcceptsStatements(string statements) => VerifyAcceptedAsync(WithoutAdvice + GuardedOwners.Method(statements));

    [Theory]
    [InlineData("class Service { Server _current = new(); void Next() => _current = new Server(); void M() { using var first = _current.EnterLock(); Next(); using var second = _current.EnterLock(); } }")]
    [InlineData("class Service { Server Next => new Server(); void M() { using var first = Next.EnterLock(); using var second = Next.EnterLock(); } }")]
    [InlineData("class Service { static void M(ref Server current, Server next) { using var first = current.EnterLock(); current = next; using var second = current.EnterLock(); } }")]
    [InlineData("class Service { Server _current = new(); Server Current { set => _current = value; } void M(Server next) { using var first = _current.EnterLock(); Current = next; using var second = _current.EnterLock(); } }")]
    [InlineData("class Service { internal Server _current = new(); void M() { using var first = _current.EnterLock(); Helper.Advance(this); using var second = _current.EnterLock(); } } static class Helper { public static void Advance(Service service) => service._current = new Server(); }")]
    [InlineData("class Service { Server _current = new(); void M(Action advance) { using var first = _current.EnterLock(); advance(); using var second = _current.EnterLock(); } }")]
    [InlineData("class Service { readonly Server[] _all = [new Server()]; void Flip() => _all[0] = new Server(); void M() { using var first = _all[0].EnterLock(); Flip(); using var second = _all[0].EnterLock(); } }")]
    public Task AcceptsTypes(string types) => VerifyAcceptedAsync(WithoutAdvice + GuardedOwners.Member("", types));
}
