using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// The kernel's tests of locks, and of lists without them: each failure is one here, by a rule or because the code does not compile, and what the kernel accepts is accepted.
/// </summary>
public sealed class KernelLockTests
{
    public static TheoryData<string, string, string?> Failures => new()
    {
        // linked_list_fail: missing lock, for every operation, on reads too
        { "push without lock", "server.{|CS1061:Ready|}.AddFirst(foo);", null },
        { "pop without lock", "pointer.Value.{|CS1061:Items|}.RemoveLast();", null },
        { "peek without lock", "Ptr<Foo> first = word.{|CS1061:Items|}.First;", null },
        { "list_del without lock", "Foo.NodeLink.{|CS0117:Unlink|}(foo);", null },
        { "access to the head itself", "server.{|CS0122:_ready|}.ToString();", null },

        // incorrect lock
        { "lock of another head", "using var guard = pair.EnterFirst(); guard.{|CS1061:Done|}.Clear();", null },
        { "lock of another type", "using var guard = server.EnterLock(); guard.{|CS1061:Items|}.Clear();", null },
        { "lock of another owner", "using var guard = server.EnterLock(); other.{|CS1061:Ready|}.Clear();", null },

        // verifier_spin_lock and test_spin_lock_fail
        { "double lock", "using var first = server.EnterLock(); using var second = {|#0:server.EnterLock()|};", "ILIST305" },
        { "double lock, the lock itself", "using var first = word.EnterLock(); {|#0:word.Lock.Enter()|};", "ILIST305" },
        { "missing unlock", "var guard = {|#0:server.EnterLock()|}; guard.Ready.Clear();", "ILIST302" },
        { "missing unlock on one branch", "var guard = {|#0:server.EnterLock()|}; if (condition) { return; } guard.Dispose();", "ILIST302" },
        { "missing unlock in a callback", "Sink.Run(() => { var guard = {|#0:server.EnterLock()|}; guard.Ready.Clear(); });", "ILIST302" },
        { "unlock twice", "using var guard = server.EnterLock(); {|#0:guard.Dispose()|};", "ILIST302" },
        { "unlock without lock", "var guard = new {|CS1729:Server.LockGuard|}(1, 2);", null },
        { "unlock of a different lock", "var guard = {|#0:server.EnterLock()|}; var second = other.EnterLock(); try { } finally { second.Dispose(); }", "ILIST302" },
        { "use after unlock", "var guard = server.EnterLock(); try { } finally { guard.Dispose(); } {|#0:guard.Ready|}.Clear();", "ILIST303" },
        { "list used after unlock", "IntrusiveList<Foo, Foo.NodeLink> list; using (var guard = server.EnterLock()) { list = guard.Ready; } {|#0:list|}.Clear();", "ILIST303" },
        { "lock in a callback", "using var guard = server.EnterLock(); guard.Ready.Sort(static (left, right) => 0); guard.Ready.RemoveWhere(element => { using var second = {|#0:server.EnterLock()|}; return true; });", "ILIST305" },
        { "unlock in a callback", "using var guard = server.EnterLock(); guard.Ready.RemoveWhere(element => { {|CS8175:guard|}.Dispose(); return true; });", null },
        { "value of a map without end", "var scope = {|#0:map.GetOrAdd(1)|}; scope.Value.Count++;", "ILIST302" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public Task IsRejected(string row, string statements, string? rule)
    {
        Assert.NotEmpty(row);
        DiagnosticResult[] expected = rule is null ? [] : [new DiagnosticResult(rule, DiagnosticSeverity.Error).WithLocation(0)];
        return Verify.ReportsAsync("#pragma warning disable ILIST304\n" + GuardedOwners.Method(statements), CompilerDiagnostics.Errors, expected);
    }

    [Theory]

    // await and yield in the locked region
    [InlineData("static async System.Threading.Tasks.Task M(Server server) { using var guard = server.EnterLock(); await System.Threading.Tasks.Task.Yield(); }")]
    [InlineData("static System.Collections.Generic.IEnumerable<int> M(Server server) { using var guard = server.EnterLock(); yield return 1; }")]
    public void DoesNotCompile(string members)
    {
        Compilation compilation = Compiler.Generate(new TestSource(GuardedOwners.Member(members)).Compile([]));
        Assert.Equal(["CS4007"], compilation.Emit(Stream.Null).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id));
    }

    [Theory]

    // linked_list: push and pop at both ends, several operations in one section, list in list
    [InlineData("using (var guard = server.EnterLock()) { guard.Ready.AddFirst(foo); guard.Ready.TryRemoveLast(out Ptr<Foo> last); }")]
    [InlineData("foo.Value.Value = 1; using (var guard = server.EnterLock()) { guard.Ready.AddLast(foo); foo.Value.Value = 2; Ptr<Foo> again = guard.Ready.RemoveFirst(); guard.Ready.AddFirst(again); }")]
    [InlineData("for (int i = 0; i < 100; i++) { Ptr<Foo> one = pool.Allocate(), two = pool.Allocate(); using var guard = server.EnterLock(); guard.Ready.AddFirst(one); guard.Ready.AddLast(two); }")]
    [InlineData("using (var outer = server.EnterLock()) { using (var inner = other.EnterLock()) { inner.Ready.AddLast(foo); } }")]
    [InlineData("using (var first = pair.EnterFirst()) { using (var second = pair.EnterSecond()) { second.Done.SpliceLast(second.Done); first.Ready.Clear(); } }")]
    [InlineData("using (var guard = Globals.EnterLock()) { guard.Items.AddLast(foo); }")]
    [InlineData("using (var guard = wheel.EnterLock()) { foreach (var list in guard.Slots) { list.Clear(); } guard.Slots[3].AddLast(foo); }")]

    // a lock in a subprogram, left by its caller
    [InlineData("using (Enter()) { } Server.LockGuard Enter() => server.EnterLock();")]
    [InlineData("var guard = Enter(); try { guard.Ready.Clear(); } finally { guard.Dispose(); } Server.LockGuard Enter() { return server.EnterLock(); }")]

    // lock_id: the lock is known by another name
    [InlineData("using var scope = map.Find(1); if (scope.HasValue) { ref Word value = ref scope.Value; using var guard = value.EnterLock(); guard.Items.AddLast(foo); }")]

    // static functions may be called under the lock
    [InlineData("using var guard = server.EnterLock(); Fill(guard.Ready, foo); static void Fill(IntrusiveList<Foo, Foo.NodeLink> list, Ptr<Foo> element) => list.AddLast(element);")]
    public Task IsAccepted(string statements) => Verify.ReportsAsync(GuardedOwners.Method(statements), CompilerDiagnostics.Errors);
}
