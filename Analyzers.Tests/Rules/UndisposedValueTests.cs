using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class UndisposedValueTests() : RuleTests("ILIST302")
{
    private const string Discarded = "thrown away";
    private const string Lost = "used here and then lost";

    private const string Helpers = "static bool Next() => true; static void Leave(ref Server.LockGuard taken) => taken.Dispose(); static void Fail() => throw new Exception();";

    public static TheoryData<string, string, string, string> Guards => new()
    {
        // Nobody has it
        { "«→using var guard =» {|#0:server.EnterLock()|};", "Server.EnterLock()", Discarded, "Server.Lock" },
        { "«→using var guard =» {|#0:word.EnterLock()|};", "Word.EnterLock()", Discarded, "Word.Lock" },
        { "«_→using var guard» = {|#0:word.EnterLock()|};", "Word.EnterLock()", Discarded, "Word.Lock" },
        { "«→using var guard =» {|#0:pointer.Value.EnterLock()|};", "Word.EnterLock()", Discarded, "Word.Lock" },
        { "«→using var guard =» {|#0:modern.EnterLock()|};", "Modern.EnterLock()", Discarded, "Modern._lock" },
        { "«→using var guard =» {|#0:bucket.EnterLock()|};", "Bucket<int>.EnterLock()", Discarded, "Bucket<T>._lock" },
        { "«→using var guard =» {|#0:pair.EnterSecond()|};", "Pair.EnterSecond()", Discarded, "Pair._second" },
        { "«→using var guard =» {|#0:wheel.EnterLock()|};", "Wheel.EnterLock()", Discarded, "Wheel.Lock" },
        { "«→using var guard =» {|#0:Globals.EnterLock()|};", "Globals.EnterLock()", Discarded, "Globals.s_lock" },
        { "«→using var guard =» {|#0:Enter()|}; Server.LockGuard Enter() => server.EnterLock();", "Enter()", Discarded, "Server.Lock" },
        { "«→using var guard =» {|#0:(condition ? server : other).EnterLock()|};", "Server.EnterLock()", Discarded, "Server.Lock" },
        { "using ValueScope<Word> scope = map.GetOrAdd(1); «→using var guard =» {|#0:scope.Value.EnterLock()|};", "Word.EnterLock()", Discarded, "Word.Lock" },
        { "«Action→Enter» enter = () => {|#0:server.EnterLock()|};", "Server.EnterLock()", Discarded, "Server.Lock" },
        { "Sink.Run(() => { «→using var guard =» {|#0:server.EnterLock()|}; });", "Server.EnterLock()", Discarded, "Server.Lock" },
        { "Local(); void Local() { «→using var guard =» {|#0:server.EnterLock()|}; }", "Server.EnterLock()", Discarded, "Server.Lock" },
        { "switch (condition) { case true: «{→using (»{|#0:server.EnterLock()|}«;→) {» } break; }", "Server.EnterLock()", Discarded, "Server.Lock" },

        // It is used, but not kept
        { "{|#0:server.EnterLock()|}.«Ready.Clear→Dispose»();", "Server.EnterLock()", Lost, "Server.Lock" },
        { "{|#0:queue.EnterLock()|}.«Ready.AddLast(foo)→Dispose()»;", "Queue.EnterLock()", Lost, "Queue._gate" },
        { "«→using var guard = server.EnterLock();» foreach (Ptr<Foo> element in «{|#0:server.EnterLock()|}→guard».Ready) { }", "Server.EnterLock()", Lost, "Server.Lock" },
        { "int count = «→0; using (var guard = » {|#0:server.EnterLock()|}«.Ready.Count();→) { count = guard.Ready.Count(); }»", "Server.EnterLock()", Lost, "Server.Lock" },

        // A variable has it
        { "«→using» var guard = {|#0:server.EnterLock()|};", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "«→using» Word.LockGuard guard = {|#0:word.EnterLock()|}; guard.Items.AddLast(foo);", "Word.EnterLock()", Kept("guard"), "Word.Lock" },
        { "«→using» var guard = {|#0:server.EnterLock()|}; if (condition) { return; }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; «guard.Ready.Clear();→» guard.Dispose();", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; try { guard.Ready.Clear(); } «catch→finally» { guard.«Ready.Clear→Dispose»(); }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; try { } finally { «→guard.Dispose();» }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; try { guard.Ready.Clear(); } «catch→finally» { guard.Dispose(); }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; try { guard.Ready.Clear(); «→guard.Dispose();» } catch { guard.Dispose(); throw; }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; try { guard.Ready.Clear(); } catch { guard.Dispose(); throw; } «→guard.Dispose();»", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; try { guard.Ready.Clear(); } catch («InvalidOperationException→Exception») { guard.Dispose(); throw; } guard.Dispose();", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; try { guard.Ready.Clear(); } catch (Exception) «when (condition)→» { guard.Dispose(); throw; } guard.Dispose();", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; «Sink.Use(1);→» try { } finally { guard.Dispose(); }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; try { «Sink.Use(1);→» try { } finally { guard.Dispose(); } } finally { }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; using («new NativePool<Foo>()→modern.EnterLock()») using (guard) { }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "Server.LockGuard guard, next = default; guard = {|#0:server.EnterLock()|}; «guard→next» = other.EnterLock(); try { } finally { next.Dispose(); guard.Dispose(); }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "Server.LockGuard guard; try { guard = {|#0:server.EnterLock()|}; «Sink.Use(1);→» } catch { return; } try { } finally { guard.Dispose(); }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; «if (condition) { return; }→» try { } finally { guard.Dispose(); }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "Server.LockGuard guard; guard = {|#0:server.EnterLock()|}; «if (condition) { return; }→» using (guard) { }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "Server.LockGuard guard; if (condition) { guard = {|#0:server.EnterLock()|}; «return;→» } else { guard = other.EnterLock(); } try { } finally { guard.Dispose(); }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "Server.LockGuard guard; switch (condition) { case true: guard = {|#0:server.EnterLock()|}; «return→break»; default: guard = other.EnterLock(); break; } try { } finally { guard.Dispose(); }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; «Read→Leave»(guard); void Read(in Server.LockGuard taken) { int count = taken.Ready.Count(); } void Leave(in Server.LockGuard taken) => taken.Dispose();", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "«for→using» (var guard = {|#0:server.EnterLock()|}«; condition;→») { }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "«→using» var guard = condition ? {|#0:server.EnterLock()|} : default;", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "«→using» var guard = condition switch { true => {|#0:server.EnterLock()|}, _ => default };", "Server.EnterLock()", Kept("guard"), "Server.Lock" },

        // Something between may lose it
        { "var guard = {|#0:server.EnterLock()|}; int depth = 0; if (condition) { depth = 1; «return;→» } try { } finally { guard.Dispose(); }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; int depth = 0; if («Equals(server, other)→condition») depth = 1; else if (depth > 0) depth = 2; using (guard) { }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; if (guard.Ready.IsEmpty) { «Sink.Use(1);→» guard.Dispose(); return; } try { } finally { guard.Dispose(); }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; if (condition) { guard.Dispose(); } «→else { guard.Dispose(); }»", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; switch (map.Count) { case 1: guard.Dispose(); break; «case 2→default»: { using (guard) { } break; } }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; int depth; switch (map.Count) { case 1: depth = 2; break; default: depth = «map.GetHashCode()→3»; break; } try { } finally { guard.Dispose(); }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; lock (queue) { «Sink.Use(1);→» try { } finally { guard.Dispose(); } }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; try { } finally { «Sink.Use(1);→» } try { } finally { guard.Dispose(); }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },

        // Under a flag that nobody sets
        { "var guard = {|#0:server.EnterLock()|}; try { } finally { if («false→true») { guard.Dispose(); } }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "Server.LockGuard guard = default; bool taken = false; try { guard = {|#0:server.EnterLock()|}; «→taken = true;» } finally { if (taken) { guard.Dispose(); } }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "Server.LockGuard guard = default; bool taken = false; try { guard = {|#0:server.EnterLock()|}; taken «= false→|= true»; } finally { if (taken) { guard.Dispose(); } }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "Server.LockGuard guard = default; bool lost = true; try { guard = {|#0:server.EnterLock()|}; lost = «true→condition»; } finally { if (!lost) { guard.Dispose(); } }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },
        { "var guard = {|#0:server.EnterLock()|}; bool done = false; try { } finally { if (done) { «→} else {» guard.Dispose(); } }", "Server.EnterLock()", Kept("guard"), "Server.Lock" },

        // A method has it, which does not dispose of it
        { "«Read→Leave»({|#0:server.EnterLock()|}); int Read(Server.LockGuard taken) => taken.Ready.Count(); void Leave(Server.LockGuard taken) => taken.Dispose();", "Server.EnterLock()", "given to 'Read(Server.LockGuard)', which does not dispose it", "Server.Lock" },
        { "«Read→Leave»({|#0:server.EnterLock()|}); int Read(in Server.LockGuard taken) => taken.Ready.Count(); void Leave(in Server.LockGuard taken) { using (taken) { } }", "Server.EnterLock()", "given to 'Read(in Server.LockGuard)', which does not dispose it", "Server.Lock" },

        // It comes back through an argument
        { "Enter({|#0:out «_→var guard»|}); «→guard.Dispose();» void Enter(out Server.LockGuard taken) => taken = server.EnterLock();", "Enter(out Server.LockGuard)", Discarded, "Server.Lock" },
    };

    public static TheoryData<string, string> Disposals => new()
    {
        { "using var guard = server.EnterLock(); «{|#0:guard.Dispose()|};→»", "disposed by 'using' as well" },
        { "using var guard = server.EnterLock(); if (condition) { guard.Ready.Clear(); «{|#0:guard.Dispose()|};→» return; }", "disposed by 'using' as well" },
        { "using (var guard = server.EnterLock()) { «{|#0:guard.Dispose()|};→» }", "disposed by 'using' as well" },
        { "using (Server.LockGuard guard = server.EnterLock()) «{|#0:guard.Dispose()|}→guard.Ready.Clear()»;", "disposed by 'using' as well" },
        { "var guard = server.EnterLock(); using (guard) { «{|#0:guard.Dispose()|};→» }", "disposed by 'using' as well" },
        { "Server.LockGuard guard; using (guard = server.EnterLock()) { «{|#0:guard.Dispose()|};→» }", "disposed by 'using' as well" },
        { "var guard = server.EnterLock(); try { «{|#0:guard.Dispose()|};→» } finally { guard.Dispose(); }", "disposed in 'finally' as well" },
        { "var guard = server.EnterLock(); try { } finally { guard.Dispose(); } «{|#0:guard.Dispose()|};→»", "disposed already" },
        { "var guard = server.EnterLock(); guard.Dispose(); «{|#0:guard.Dispose()|};→»", "disposed already" },
        { "var guard = server.EnterLock(); using (guard) { } if (condition) { «{|#0:guard.Dispose()|};→» }", "disposed already" },
    };

    public static TheoryData<string, string, string, string, string> Others => new()
    {
        { "«→using var scope =» {|#0:map.GetOrAdd(1)|};", "scope", "ValueMap<int, Word>.GetOrAdd(int)", Discarded, Scope },
        { "«→using» var scope = {|#0:map.Find(1)|}; if (scope.HasValue) { scope.Value.Count++; }", "scope", "ValueMap<int, Word>.Find(int)", Kept("scope"), Scope },
        { "var scope = {|#0:map.Find(1)|}; bool found = «condition→scope.HasValue»; if (!found) { return; } try { } finally { scope.Dispose(); }", "scope", "ValueMap<int, Word>.Find(int)", Kept("scope"), Scope },
        { "bool found; var scope = {|#0:map.Find(1)|}; found = «condition→scope is { HasValue: true }»; if (found == false) return; using (scope) { }", "scope", "ValueMap<int, Word>.Find(int)", Kept("scope"), Scope },
        { "var scope = {|#0:map.Find(1)|}; bool missing = !«condition→scope.HasValue»; if (missing) { Sink.Use(1); } else { try { } finally { scope.Dispose(); } }", "scope", "ValueMap<int, Word>.Find(int)", Kept("scope"), Scope },
        { "{|#0:map.Update(1)|}.«Value.Count++→Dispose()»;", "scope", "ValueMap<int, Word>.Update(int)", Lost, Scope },
        { "bool found = {|#0:map.«Find(1)|}.HasValue→ContainsKey(1)|}»;", "scope", "ValueMap<int, Word>.Find(int)", Lost, Scope },
        { "«→using» var entries = {|#0:map.GetEnumerator()|}; while (entries.MoveNext()) { }", "loop", "ValueMap<int, Word>.GetEnumerator()", Kept("entries"), Loop },
        { "«→using var drain =» {|#0:server.DrainReady()|};", "loop", "Server.DrainReady()", Discarded, Loop },
        { "«→using» var drain = {|#0:word.DrainItems()|}; while (drain.MoveNext()) { }", "loop", "Word.DrainItems()", Kept("drain"), Loop },
        { "«→using» var drain = {|#0:word.DrainItems().GetEnumerator()|}; while (drain.MoveNext()) { }", "loop", "Word.LockGuard.ItemsDrain.GetEnumerator()", Kept("drain"), Loop },
        { "{|#0:server.DrainReady()|}.«MoveNext→Dispose»();", "loop", "Server.DrainReady()", Lost, Loop },
        { "using var guard = server.EnterLock(); «→using» var drain = {|#0:guard.Ready.Drain()|}; while (drain.MoveNext()) { }", "loop", "IntrusiveList<Foo, Foo.NodeLink>.Drain()", Kept("drain"), Loop },
    };

    private static string Scope => "nothing gives up the value, which is never freed; make it the resource of 'using'";

    private static string Loop => "nothing puts back or gives up what the loop has not reached; write it into 'foreach', or make it the resource of 'using'";

    /// <summary>Gets members of a class, and what is lost.</summary>
    public static TheoryData<string, string, string, string> Members => new()
    {
        { "static «void→Server.LockGuard» M(Server server) => {|#0:server.EnterLock()|};", "", "Server.EnterLock()", Discarded },
        { "static «void→Server.LockGuard» M(Server server) { «→return» {|#0:server.EnterLock()|}; }", "", "Server.EnterLock()", Discarded },
        { "static void M(Server server, «→out» Server.LockGuard guard) => guard = {|#0:server.EnterLock()|};", "", "Server.EnterLock()", Kept("guard") },
        { "static int Property { get { «→using» var guard = {|#0:Globals.EnterLock()|}; return guard.Items.Count(); } }", "", "Globals.EnterLock()", Kept("guard") },
        { "static Test() { «→using» var guard = {|#0:Globals.EnterLock()|}; }", "", "Globals.EnterLock()", Kept("guard") },
        { "static unsafe void M(Server server, int[] numbers) { var guard = {|#0:server.EnterLock()|}; fixed (int* first = numbers) { «Sink.Use(1);→» try { *first = 1; } finally { guard.Dispose(); } } }", "", "Server.EnterLock()", Kept("guard") },
        { "static unsafe void M(Server server, string text) { var guard = {|#0:server.EnterLock()|}; fixed (char* first = text«.Trim()→») using (guard) { } }", "", "Server.EnterLock()", Kept("guard") },
        { "static void M<T>(Bucket<T> bucket) where T : unmanaged { «→using» var guard = {|#0:bucket.EnterLock()|}; }", "", "Bucket<T>.EnterLock()", Kept("guard") },
        { "static partial void M(Server server); static partial void M(Server server) { «→using» var guard = {|#0:server.EnterLock()|}; }", "", "Server.EnterLock()", Kept("guard") },
        { "static System.Collections.Generic.IEnumerable<int> M(Server server) { yield return 1; { «→using» var guard = {|#0:server.EnterLock()|}; } yield return 2; }", "", "Server.EnterLock()", Kept("guard") },
        { "static void M(Server server) { «→using» var guard = {|#0:server.Guard()|}; }", "static class Extensions { public static Server.LockGuard Guard(this Server server) => server.EnterLock(); }", "Extensions.Guard(Server)", Kept("guard") },
        { "static Server s_server = new(); static Server.LockGuard Guard => s_server.EnterLock(); static void M() { «→using var guard =» {|#0:Guard|}«.Ready.Clear()→»; }", "", "Test.Guard", Lost },
    };

    [Theory]
    [MemberData(nameof(Guards))]
    public Task RejectsGuardsThatNobodyDisposes(string twins, string method, string loss, string held) => VerifyTwinsAsync(
        GuardedOwners.Method(twins), $"The guard of '{method}' is {loss}: nothing leaves '{held}'; make it the resource of 'using'");

    [Theory]
    [MemberData(nameof(Members))]
    public Task RejectsGuardsInMembers(string twins, string types, string method, string loss) => VerifyTwinsAsync(
        GuardedOwners.Member(twins, types), $"The guard of '{method}' is {loss}: nothing leaves '{LockIn(method)}'; make it the resource of 'using'");

    [Theory]
    [MemberData(nameof(Others))]
    public Task RejectsScopesAndLoopsThatNobodyDisposes(string twins, string noun, string method, string loss, string rest) => VerifyTwinsAsync(
        GuardedOwners.Method(twins), $"The {noun} of '{method}' is {loss}: {rest}");

    [Theory]
    [MemberData(nameof(Disposals))]
    public Task RejectsDisposingTwice(string twins, string how) => VerifyTwinsAsync(
        GuardedOwners.Method(twins), $"The guard of 'guard' is {how}: 'Server.Lock' is left twice; remove this call");

    [Theory]
    [InlineData("var guard = server.EnterLock(); using (guard) { } using («{|#0:guard|}→server.EnterLock()») { }", "disposed already")]
    [InlineData("var guard = server.EnterLock(); using (guard) { using («{|#0:guard|}→default(Server.LockGuard)») { } }", "disposed by 'using' as well")]
    [InlineData("var guard = server.EnterLock(); try { using («{|#0:guard|}→default(Server.LockGuard)») { } } finally { guard.Dispose(); }", "disposed in 'finally' as well")]
    [InlineData("var guard = server.EnterLock(); using (guard) { } «→guard = server.EnterLock();» using ({|#0:guard|}) { }", "disposed already")]
    public Task RejectsUsingTwice(string twins, string how) => VerifyTwinsAsync(
        GuardedOwners.Method(twins), $"The guard of 'guard' is {how}: 'Server.Lock' is left twice; remove this 'using'");

    [Fact]
    public Task RejectsWrappersThatNobodyDisposes() => VerifyTwinsAsync(
        GuardedOwners.Member(
            "static void M(Server server) { «→using» var wrapper = {|#0:new Wrapper(server)|}; wrapper.Clear(); }",
            """
            [MustDispose] ref struct Wrapper
            {
                private Server.LockGuard _guard;
                public Wrapper(Server server) { _guard = server.EnterLock(); }
                public void Clear() => _guard.Ready.Clear();
                public void Dispose() => _guard.Dispose();
            }
            """),
        "The result of 'Wrapper' is kept in 'wrapper', which is not disposed in a 'finally' that follows at once: nothing gives up what it holds; make it the resource of 'using'");

    [Fact]
    public Task RejectsMethodsThatDoNotDispose() => VerifyTwinsAsync(
        GuardedOwners.Member(
            "static void M(Server server) { var wrapper = {|#0:new Wrapper(server)|}; try { Sink.Use(1); } finally { wrapper.«Clear→Close»(); } }",
            """
            [MustDispose] ref struct Wrapper
            {
                private Server.LockGuard _guard;
                public Wrapper(Server server) { _guard = server.EnterLock(); }
                public void Clear() => _guard.Ready.Clear();
                public void Close() => Dispose();
                public void Dispose() => _guard.Dispose();
            }
            """),
        "The result of 'Wrapper' is kept in 'wrapper', which is not disposed in a 'finally' that follows at once: nothing gives up what it holds; make it the resource of 'using'");

    [Fact]
    public Task RejectsWhatAnotherAssemblyMakes() => VerifyTwinsAsync(
        """
        static class Test { static void M(Library.Owner owner) { «→using var guard =» {|#0:owner.EnterLock()|}; } }
        // library
        namespace Library
        {
            public partial class Owner { private ListLock _lock; [Contains(typeof(Element), "Node")] public readonly PinnedListHead _ready = new(); }
            public partial struct Element { public ListNode Node; }
        }
        """,
        "The guard of 'Owner.EnterLock()' is thrown away: nothing leaves the lock of 'Owner'; make it the resource of 'using'");

    [Theory]

    // using and foreach
    [InlineData("using (server.EnterLock()) { }")]
    [InlineData("using ((server.EnterLock())) { }")]
    [InlineData("using (condition ? server.EnterLock() : other.EnterLock()) { }")]
    [InlineData("using var guard = condition switch { true => server.EnterLock(), false => other.EnterLock() };")]
    [InlineData("using Server.LockGuard first = server.EnterLock(), second = other.EnterLock();")]
    [InlineData("Server.LockGuard guard; using (guard = server.EnterLock()) { guard.Ready.Clear(); }")]
    [InlineData("var guard = server.EnterLock(); using (guard) { guard.Ready.Clear(); }")]
    [InlineData("foreach (Ptr<Foo> element in server.DrainReady()) { pool.Free(element); }")]
    [InlineData("foreach (Ptr<Foo> element in server.DrainReady().GetEnumerator()) { break; }")]
    [InlineData("using (var drain = word.DrainItems()) { while (drain.MoveNext()) { } }")]
    [InlineData("using var entries = map.GetEnumerator();")]
    [InlineData("foreach (ValueEntry<int, Word> entry in map) { foreach (Ptr<Foo> element in entry.Value.DrainItems()) { } }")]
    [InlineData("using var guard = server.EnterLock(); foreach (Ptr<Foo> element in guard.Ready.Drain()) { }")]

    // A finally that follows at once
    [InlineData("var guard = server.EnterLock(); try { guard.Ready.Clear(); } finally { guard.Dispose(); }")]
    [InlineData("var guard = server.EnterLock(); bool taken = true; try { } finally { if (taken) { guard.Dispose(); } }")]
    [InlineData("var guard = server.EnterLock(); var ready = guard.Ready; try { ready.Clear(); } finally { guard.Dispose(); }")]
    [InlineData("var first = server.EnterLock(); var second = other.EnterLock(); try { } finally { second.Dispose(); first.Dispose(); }")]
    [InlineData("var first = server.EnterLock(); var second = other.EnterLock(); try { try { } finally { second.Dispose(); } } finally { first.Dispose(); }")]
    [InlineData("Server.LockGuard first, second; if (condition) { first = server.EnterLock(); second = other.EnterLock(); } else { second = other.EnterLock(); first = server.EnterLock(); } using (first) using (second) { }")]
    [InlineData("Server.LockGuard first, second; if (condition) { first = server.EnterLock(); second = other.EnterLock(); } else { second = other.EnterLock(); first = server.EnterLock(); } using (first) { using (second) { } }")]
    [InlineData("Server.LockGuard guard; if (condition) { guard = server.EnterLock(); } else { guard = other.EnterLock(); } try { } finally { guard.Dispose(); }")]
    [InlineData("Server.LockGuard guard; switch (condition) { case true: guard = server.EnterLock(); break; default: { guard = other.EnterLock(); break; } } using (guard) { }")]
    [InlineData("const bool locking = false; Server.LockGuard guard = default; if (locking) { guard = server.EnterLock(); } try { } finally { if (locking) { guard.Dispose(); } }")]
    [InlineData("bool locking = false; var guard = locking && condition ? server.EnterLock() : default; try { } finally { if (locking) { guard.Dispose(); } }")]
    [InlineData("ValueScope<Word> scope = default; try { scope = map.Find(1); } finally { scope.Dispose(); }")]
    [InlineData("var scope = map.Find(1); if (!scope.HasValue) { return; } try { scope.Value.Count++; } finally { scope.Dispose(); }")]
    [InlineData("var scope = map.Find(1); if (scope.HasValue) { try { scope.Value.Count++; } finally { scope.Dispose(); } }")]
    [InlineData("var guard = server.EnterLock(); try { } finally { Leave(ref guard); } void Leave(ref Server.LockGuard taken) => taken.Dispose();")]
    [InlineData("var guard = server.EnterLock(); try { guard.Ready.Clear(); } catch { guard.Dispose(); throw; } guard.Dispose();")]
    [InlineData("var guard = server.EnterLock(); try { guard.Dispose(); Sink.Use(1); guard = server.EnterLock(); } finally { guard.Dispose(); }")]
    [InlineData("var entries = map.GetEnumerator(); try { while (entries.MoveNext()) { } } finally { entries.Dispose(); }")]

    // At once
    [InlineData("server.EnterLock().Dispose();")]
    [InlineData("map.Update(1).Dispose();")]
    [InlineData("var scope = map.Find(1); bool found = scope.HasValue; scope.Dispose();")]

    // More than once, where that does nothing
    [InlineData("using var scope = map.Find(1); scope.Dispose();")]
    [InlineData("using var drain = server.DrainReady(); drain.Dispose();")]

    // Others dispose of it
    [InlineData("Leave(server.EnterLock()); void Leave(Server.LockGuard taken) { using (taken) { } }")]
    [InlineData("Leave(server.EnterLock()); void Leave(Server.LockGuard taken) { try { } finally { taken.Dispose(); } }")]
    [InlineData("using var guard = server.EnterLock(); Fill(guard.Ready); Look(in guard); void Fill(IntrusiveList<Foo, Foo.NodeLink> ready) { } int Look(in Server.LockGuard taken) => taken.Ready.Count();")]
    [InlineData("Enter(out var guard); using (guard) { } void Enter(out Server.LockGuard taken) => taken = server.EnterLock();")]
    [InlineData("if (TryEnter(out var guard)) { try { } finally { guard.Dispose(); } } bool TryEnter(out Server.LockGuard taken) { taken = server.EnterLock(); return true; }")]
    [InlineData("if (!TryEnter(out var guard)) { return; } using (guard) { } bool TryEnter(out Server.LockGuard taken) { taken = server.EnterLock(); return true; }")]
    [InlineData("using var guard = Enter(true); Server.LockGuard Enter(bool first) => first ? server.EnterLock() : other.EnterLock();")]
    [InlineData("using var guard = Enter(); Server.LockGuard Enter() { var taken = server.EnterLock(); taken.Ready.Clear(); return taken; }")]
    [InlineData("Enter enter = () => server.EnterLock(); using var guard = enter();")]
    [InlineData("Enter enter = server.EnterLock; using (enter()) { }")]

    // Not evaluated, or nothing
    [InlineData("string name = nameof(server.EnterLock);")]
    [InlineData("Server.LockGuard guard = default;")]
    [InlineData("ValueScope<Word> scope = default; bool found = scope.HasValue;")]
    [InlineData("var scope = map.Find(1); if (scope is { HasValue: false }) return; try { scope.Value.Count++; } finally { scope.Dispose(); }")]
    [InlineData("int depth = 0; var guard = server.EnterLock(); depth++; depth += 1; (depth, _) = (2, 3); try { } finally { guard.Dispose(); }")]
    public Task AcceptsStatements(string statements) => VerifyAcceptedAsync(GuardedOwners.Method(statements));

    [Theory]
    [InlineData("[MustDispose] ref struct Wrapper { Server.LockGuard _guard; public Wrapper(Server server) { _guard = server.EnterLock(); } public void Dispose() => _guard.Dispose(); }")]
    [InlineData("[MustDispose] ref struct Wrapper { Server.LockGuard _guard; public static Wrapper Of(Server server) => new() { _guard = server.EnterLock() }; public void Dispose() => _guard.Dispose(); }")]
    [InlineData("[MustDispose] ref struct Wrapper(Server.LockGuard guard) { Server.LockGuard _guard = guard; public static Wrapper Of(Server server) => new(server.EnterLock()); public void Dispose() => _guard.Dispose(); }")]
    [InlineData("[MustDispose] ref struct Wrapper { public Server.LockGuard Guard { get; } public Wrapper(Server server) { Guard = server.EnterLock(); } public void Clear() => Guard.Ready.Clear(); public void Dispose() => Guard.Dispose(); }")]
    [InlineData("ref struct Wrapper { Server.LockGuard _guard; public void Enter(Server server) => _guard = server.EnterLock(); public void Exit() => _guard.Dispose(); }")]
    [InlineData("interface IEnter { Server.LockGuard Enter(); } class Entry(Server server) : IEnter { public Server.LockGuard Enter() => server.EnterLock(); void M(IEnter entry) { using (entry.Enter()) { } } }")]
    [InlineData("interface ILeave { void Leave(Server.LockGuard guard); } class Exit { void M(Server server, ILeave exit) => exit.Leave(server.EnterLock()); }")]
    [InlineData("class Base { public Base(ref Server.LockGuard guard) { } } class Derived : Base { Derived(Server.LockGuard guard) : base(ref guard) { } }")]
    public Task AcceptsTypes(string types) => VerifyAcceptedAsync(GuardedOwners.Member("", types));

    [Theory]
    [InlineData("using var guard = server.{|CS1061:EnterLocks|}();")]
    [InlineData("var guard = {|CS0103:missing|}.EnterLock();")]
    public Task LeavesBrokenCodeToTheCompiler(string statements) => VerifyAcceptedAsync(GuardedOwners.Method(statements));

    /// <summary>Gets bodies of a method that hands its guard on, and returns without it on another path.</summary>
    public static TheoryData<string> LosingPaths =>
    [
        "var guard = server.EnterLock(); if (condition) { «{|#0:return default;|}→return guard;» } return guard;",
        "var guard = server.EnterLock(); if (condition) { «→guard.Dispose();» {|#0:return default;|} } return guard;",
        "var guard = server.EnterLock(); if (guard.Ready.IsEmpty) «→{ using (guard)» {|#0:return default;|} «→}» return guard;",
        "var guard = server.EnterLock(); if (condition) { return guard; } «→guard.Dispose();» {|#0:return default;|}",
        "Server.LockGuard guard; guard = server.EnterLock(); switch (condition) { case true: return guard; default: «→guard.Dispose();» {|#0:return default;|} }",
        "var guard = server.EnterLock(); if (!condition) { «_ = guard.Ready→guard.Dispose()»; } else { return guard; } {|#0:return default;|}",
        "var guard = server.EnterLock(); while (condition) { if (Next()) { {|#0:return default;|} } «_ = guard.Ready→guard.Dispose()»; } return guard;",
        "var guard = server.EnterLock(); «→if (Next()) { Leave(ref guard); }» if (condition) { {|#0:return default;|} } return guard;",
        "var guard = server.EnterLock(); try { if (condition) { {|#0:return default;|} } return guard; } finally { «→if (condition) { guard.Dispose(); }» }",
        "var guard = server.EnterLock(); try { Next(); } catch { «→guard.Dispose();» {|#0:return default;|} } return guard;",
        "var guard = server.EnterLock(); guard.Ready.Clear(); if (condition) { «→server.Lock.Exit();» {|#0:return default;|} } return guard;",
        "var guard = server.EnterLock(); if (condition) { guard.Ready.Clear(); «→Fail();» {|#0:return default;|} } return guard;",
        "var guard = server.EnterLock(); kept = guard; «guard = server.EnterLock();→» if (condition) { {|#0:return default;|} } return guard;",
        "var guard = server.EnterLock(); if (condition) { return guard; } guard.Dispose(); guard = other.EnterLock(); if (Next()) { return guard; } «→guard.Dispose();» {|#0:return default;|}",
    ];

    [Theory]
    [MemberData(nameof(LosingPaths))]
    public Task RejectsPathsWithoutTheGuard(string twins) => VerifyTwinsAsync(
        GuardedOwners.Member($"static Server.LockGuard M(Server server, Server other, bool condition, ref Server.LockGuard kept) {{ {twins} }} {Helpers}"),
        "The guard of 'Server.EnterLock()' is neither disposed nor handed on where this returns: nothing leaves 'Server.Lock'; dispose it first");

    [Theory]
    [InlineData("var guard = server.EnterLock(); if (guard.Ready.IsEmpty) { «→guard.Dispose();» {|#0:throw new Exception();|} } return guard;")]
    [InlineData("var guard = server.EnterLock(); if (condition) «{|#0:throw new Exception();|}→return guard;» return guard;")]
    [InlineData("var guard = server.EnterLock(); switch (condition) { case true: return guard; default: «→guard.Dispose();» {|#0:throw new Exception();|} }")]
    [InlineData("var guard = server.EnterLock(); «→try {» if (condition) { {|#0:throw new Exception();|} } «→} catch { guard.Dispose(); throw; }» return guard;")]
    [InlineData("var guard = server.EnterLock(); try { if (condition) { {|#0:throw new Exception();|} } return guard; } finally { «→if (condition) { guard.Dispose(); }» }")]
    public Task RejectsPathsThatThrowWithTheGuard(string twins) => VerifyTwinsAsync(
        GuardedOwners.Member($"static Server.LockGuard M(Server server, Server other, bool condition, ref Server.LockGuard kept) {{ {twins} }} {Helpers}"),
        "The guard of 'Server.EnterLock()' is neither disposed nor handed on where this throws: nothing leaves 'Server.Lock'; dispose it first");

    [Theory]
    [InlineData("Server.LockGuard guard = default; try { guard = server.EnterLock(); «→guard.Dispose();» {|#0:guard = other.EnterLock()|}; } finally { guard.Dispose(); } return default;", "replaces it")]
    [InlineData("var guard = server.EnterLock(); try { guard.Ready.Clear(); «→kept = guard;» {|#0:guard = default|}; } finally { guard.Dispose(); } return default;", "replaces it")]
    [InlineData("var guard = server.EnterLock(); try { if (condition) { «→using (guard) { }» {|#0:guard = other.EnterLock()|}; } } finally { guard.Dispose(); } return default;", "replaces it")]
    [InlineData("var guard = server.EnterLock(); try { Next(); «→Leave(ref guard);» {|#0:guard = other.EnterLock()|}; } catch { guard.Dispose(); throw; } return guard;", "replaces it")]
    [InlineData("var guard = server.EnterLock(); if ({|#0:condition|}) { kept = guard; } «→else { guard.Dispose(); }» return default;", "is false")]
    [InlineData("var guard = server.EnterLock(); bool done = condition; if ({|#0:done|}) { kept = guard; } «→if (!done) { guard.Dispose(); }» return default;", "is false")]
    [InlineData("if (condition) { var guard = server.EnterLock(); if ({|#0:guard.Ready.IsEmpty|}) { kept = guard; «→} else { guard.Dispose();» } } return default;", "is false")]
    [InlineData("var guard = server.EnterLock(); if ({|#0:condition|}) { kept = guard; } «→server.Lock.Exit();» return default;", "is false")]
    public Task RejectsPlacesThatLoseTheGuard(string twins, string how) => VerifyTwinsAsync(
        GuardedOwners.Member($"static Server.LockGuard M(Server server, Server other, bool condition, ref Server.LockGuard kept) {{ {twins} }} {Helpers}"),
        $"The guard of 'Server.EnterLock()' is neither disposed nor handed on where this {how}: nothing leaves 'Server.Lock'; dispose it first");

    // Where it is not certain
    [Theory]
    [InlineData("var guard = server.EnterLock(); bool always = true; if (always) { kept = guard; } return default;")]
    [InlineData("var guard = server.EnterLock(); if (condition) { kept = guard; } Fail(); return default;")]
    [InlineData("Server.LockGuard guard = default; try { guard = server.EnterLock(); Fail(); guard = other.EnterLock(); } finally { guard.Dispose(); } return default;")]
    [InlineData("Server.LockGuard guard = default; try { if (condition) { guard = server.EnterLock(); } else { guard = other.EnterLock(); } } finally { guard.Dispose(); } return default;")]
    [InlineData("var guard = condition ? server.EnterLock() : default; if (!condition) { return default; } return guard;")]
    [InlineData("Server.LockGuard guard = default; if (condition) { guard = server.EnterLock(); } if (!condition) { return default; } return guard;")]
    [InlineData("var guard = server.EnterLock(); if (condition) { goto end; } return guard; end: { return default; }")]
    [InlineData("var guard = server.EnterLock(); Func<int> count = () => { return 1; }; return guard;")]
    [InlineData("var guard = server.EnterLock(); ref Server.LockGuard same = ref guard; if (condition) { same.Dispose(); return default; } return guard;")]
    [InlineData("if (condition) { return default; } var guard = server.EnterLock(); return guard;")]
    [InlineData("if (condition) { throw new Exception(); } var guard = server.EnterLock(); return guard;")]
    [InlineData("var guard = server.EnterLock(); int count = condition ? 1 : throw new Exception(); return guard;")]
    [InlineData("var guard = server.EnterLock(); try { if (condition) { throw new Exception(); } } catch { } return guard;")]
    [InlineData("var guard = server.EnterLock(); Action fail = () => { throw new Exception(); }; return guard;")]
    [InlineData("Func<Server, bool> enter = s => { using var taken = s.EnterLock(); if (Next()) { return true; } return false; }; return default;")]
    public Task AcceptsPathsThatMayBeRight(string body) => VerifyAcceptedAsync(
        GuardedOwners.Member($"static Server.LockGuard M(Server server, Server other, bool condition, ref Server.LockGuard kept) {{ {body} }} {Helpers}"));

    // Not every scope has a value
    [Fact]
    public Task AcceptsScopesThatAreNotReturned() => VerifyAcceptedAsync(
        GuardedOwners.Member("static ValueScope<Word> M(ValueMap<int, Word> map) { var scope = map.Find(1); if (!scope.HasValue) { return default; } return scope; }"));

    private static string Kept(string variable) => $"kept in '{variable}', which is not disposed in a 'finally' that follows at once";

    private static string LockIn(string method) => method.Split('.', '<')[0] switch
    {
        "Globals" => "Globals.s_lock",
        "Bucket" => "Bucket<T>._lock",
        _ => "Server.Lock",
    };
}
