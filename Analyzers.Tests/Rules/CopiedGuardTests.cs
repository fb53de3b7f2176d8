using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Copies of what is no head or node and must not be copied all the same: guards, scopes, locks, owners whose guard holds their address.
/// </summary>
public sealed class CopiedGuardTests() : RuleTests("ILIST101")
{
    private const string Disposed = "it is to be disposed of once";
    private const string UseTheOne = "use the one that there is";

    /// <summary>Gets statements that copy a guard or not, the members they need, what is copied, how, and its type.</summary>
    public static TheoryData<string, string, string, string, string> Guards => new()
    {
        { "using var guard = owner.EnterLock(); «var→ref readonly var» other = «→ref »{|#0:guard|};", "", "guard", "into the variable 'other'", "Owner.LockGuard" },
        { "using Owner.LockGuard guard = owner.EnterLock(); Take(«→in »({|#0:guard|}));", "static void Take(«→in »Owner.LockGuard guard) { }", "guard", "into the parameter 'guard'", "Owner.LockGuard" },
        { "using var guard = owner.EnterLock(); Take(«→in »{|#0:guard|});", "static void Take(«→ref readonly »Owner.LockGuard guard) { }", "guard", "into the parameter 'guard'", "Owner.LockGuard" },
        { "using (var guard = owner.EnterLock()) { Use({|#0:guard|}«→.Foos»); }", "static void Use(«Owner.LockGuard guard→IntrusiveList<Foo, Foo.NodeLink> list») { }", "guard", "into the parameter 'guard'", "Owner.LockGuard" },
        { "using var guard = owner.EnterLock(); Extensions.First(«→in »{|#0:guard|});", "} static class Extensions { public static void First(this «→in »Owner.LockGuard guard) { }", "guard", "into the parameter 'guard'", "Owner.LockGuard" },
        { "using var guard = shared.EnterLock(); «var→ref readonly var» other = «→ref »{|#0:guard|};", "", "guard", "into the variable 'other'", "Shared.LockGuard" },

        // What moves out of a variable is the only one; what something else disposes of is not
        { "", "static Owner.LockGuard Enter(ref Owner owner) { «using→» var guard = owner.EnterLock(); return {|#0:guard|}; }", "guard", "by 'return'", "Owner.LockGuard" },
        { "", "static Owner.LockGuard Enter(ref Owner owner) { «using (→»var guard = owner.EnterLock()«)→;» { return {|#0:guard|}; } }", "guard", "by 'return'", "Owner.LockGuard" },
        { "", "static Owner.LockGuard Enter(«ref →»Owner.LockGuard guard) { return {|#0:guard|}; }", "guard", "by 'return'", "Owner.LockGuard" },
        { "", "ref struct Held { Owner.LockGuard _guard; public Held(«ref →»Owner.LockGuard guard) { _guard = {|#0:guard|}; } }", "guard", "by the assignment", "Owner.LockGuard" },
        { "", "ref struct Held { Owner.LockGuard _guard; public Held(ref Owner owner) { «using→» var guard = owner.EnterLock(); _guard = {|#0:guard|}; } }", "guard", "by the assignment", "Owner.LockGuard" },
        { "", "ref struct Held { Owner.LockGuard _guard; public Owner.LockGuard Get() => {|#0:«_guard→default»|}; }", "_guard", "by 'return'", "Owner.LockGuard" },
        { "", "static bool TryEnter(ref Owner owner, out Owner.LockGuard result) { «using→» var guard = owner.EnterLock(); result = {|#0:guard|}; return true; }", "guard", "by the assignment", "Owner.LockGuard" },
        { "var last = owner.EnterLock(); try { var next = shared2.Value.EnterLock(); last.Dispose(); last = {|#0:next|}; «next.Dispose();→» } finally { last.Dispose(); }", "static Ptr<Owner> shared2;", "next", "by the assignment", "Owner.LockGuard" },
        { "", "static void Use(ref Owner owner) { «using→» var guard = owner.EnterLock(); using var other = {|#0:guard|}; }", "guard", "into the variable 'other'", "Owner.LockGuard" },
        { "", "static void Use(ref Owner owner) { var guard = owner.EnterLock(); using var other = {|#0:guard|}; «guard.Dispose();→» }", "guard", "into the variable 'other'", "Owner.LockGuard" },
        { "", "static void Use(«ref →»Owner.LockGuard guard) { using var other = {|#0:guard|}; }", "guard", "into the variable 'other'", "Owner.LockGuard" },
        { "", "static Owner.LockGuard Enter(ref Owner owner) { var guard = owner.EnterLock(); Owner.LockGuard other = {|#0:guard|}; return «default→other»; }", "guard", "into the variable 'other'", "Owner.LockGuard" },
        { "", "static void Use(ref Owner owner) { var guard = owner.EnterLock(); var other = {|#0:guard|}; try { other.Foos.Clear(); } finally { «→other.Dispose();» } }", "guard", "into the variable 'other'", "Owner.LockGuard" },
        { "", "static void Use(ref Owner owner) { Enter(ref owner, out var guard); using (var other = {|#0:guard|}) { } «guard.Dispose();→» } static void Enter(ref Owner owner, out Owner.LockGuard guard) => guard = owner.EnterLock();", "guard", "into the variable 'other'", "Owner.LockGuard" },
        { "", "ref struct Held { Owner.LockGuard _guard; public Held(Owner.LockGuard guard) { _guard = guard; } } static Held Enter(ref Owner owner) { «using→» var guard = owner.EnterLock(); return new Held({|#0:guard|}); }", "guard", "into the parameter 'guard'", "Owner.LockGuard" },
        { "", "static void Leave(Owner.LockGuard taken) => taken.Dispose(); static void Use(ref Owner owner) { var guard = owner.EnterLock(); Leave({|#0:guard|}); «guard.Dispose();→» }", "guard", "into the parameter 'taken'", "Owner.LockGuard" },
        { "", "ref struct Held { public Owner.LockGuard Guard { get; set; } public Held(ref Owner owner) { «using→» var guard = owner.EnterLock(); Guard = {|#0:guard|}; } }", "guard", "by the assignment", "Owner.LockGuard" },
        { "", "[MustDispose] ref struct Walk { public int Current => 0; public bool MoveNext() => false; public void Dispose() { } public Walk «Copy→GetEnumerator»() => {|#0:this|}; }", "this", "by 'return'", "Program.Walk" },

        // Scopes, loops, types of users
        { "using var scope = map.Find(1); «var→ref readonly var» other = «→ref »{|#0:scope|};", "", "scope", "into the variable 'other'", "ValueScope<Owner>" },
        { "using var scope = map.Find(1); Take(«→in »{|#0:scope|});", "static void Take(«→in »ValueScope<Owner> scope) { }", "scope", "into the parameter 'scope'", "ValueScope<Owner>" },
        { "using var loop = map.GetEnumerator(); «var→ref readonly var» other = «→ref »{|#0:loop|};", "", "loop", "into the variable 'other'", "ValueMap<int, Owner>.Enumerator" },
        { "using var loop = owner.DrainFoos(); «var→ref readonly var» other = «→ref »{|#0:loop|};", "", "loop", "into the variable 'other'", "Owner.LockGuard.FoosDrain" },
        { "using var own = new Own(); «var→ref readonly var» other = «→ref »{|#0:own|};", "[MustDispose] ref struct Own { public void Dispose() { } }", "own", "into the variable 'other'", "Program.Own" },
        { "using var own = new Own(); var other = {|#0:own|};", "«[MustDispose]→» ref struct Own { public void Dispose() { } }", "own", "into the variable 'other'", "Program.Own" },
        { "var own = new Outer(); «var→ref readonly var» other = «→ref »{|#0:own|}; own.Scope.Dispose();", "ref struct Outer { public ValueScope<Owner> Scope; }", "own", "into the variable 'other'", "Program.Outer" },
    };

    /// <summary>Gets statements that copy a lock or what holds one, what is copied, how, its type, why it must not be, and the mend.</summary>
    public static TheoryData<string, string, string, string, string, string> Locks => new()
    {
        { "«var→ref var» other = «→ref »{|#0:lonely|};", "lonely", "into the variable 'other'", "ListLock", "it is a lock", "make it a reference, as in 'ref ListLock other = ref ...'" },
        { "Take(«→ref »{|#0:lonely|}); static void Take(«→ref »ListLock gate) { }", "lonely", "into the parameter 'gate'", "ListLock", "it is a lock", "pass it by reference" },
        { "ListLock other = {|#0:owner.Lock|}«→.IsHeld ? default : new()»;", "owner.Lock", "into the variable 'other'", "ListLock", "it is a lock", "make it a reference, as in 'ref ListLock other = ref ...'" },
        { "«var→ref var» other = «→ref »{|#0:holder|};", "holder", "into the variable 'other'", "Holder", "it holds the lock 'Holder.Gate'", "make it a reference, as in 'ref Holder other = ref ...'" },
        { "«var→ref var» other = «→ref »{|#0:locks[0]|};", "locks[0]", "into the variable 'other'", "ListLock", "it is a lock", "make it a reference, as in 'ref ListLock other = ref ...'" },
        { "foreach («var→ref var» {|#0:each|} in «locks→locks.AsSpan()») { }", "each", "by 'foreach'", "ListLock", "it is a lock", "make the variable a reference, as in 'foreach (ref var element in span)'" },
        { "var other = {|#0:holder|} «with { Id = 2 }→.Id»;", "holder", "by 'with'", "Holder", "it holds the lock 'Holder.Gate'", "assign to its fields where it is" },
        { "«var→ref var» other = «→ref »{|#0:pinned|};", "pinned", "into the variable 'other'", "Pinned", "the guard of its lock 'Pinned._gate' holds its address", "make it a reference, as in 'ref Pinned other = ref ...'" },
        { "Take(«→in »{|#0:pinned|}); static void Take(«→in »Pinned pinned) { }", "pinned", "into the parameter 'pinned'", "Pinned", "the guard of its lock 'Pinned._gate' holds its address", "pass it by reference" },
        { "var other = {|#0:«named→unlocked»|};", "named", "into the variable 'other'", "Named", "the guard of its lock 'Named._gate' holds its address", "make it a reference, as in 'ref Named other = ref ...'" },
        { "{|#0:«locks→numbers»|}.CopyTo(«locks→numbers», 1);", "locks", "by 'Array.CopyTo', element by element", "ListLock", "it is a lock", "set the fields of each element at its new place" },
    };

    public static TheoryData<string> Accepted =>
    [
        "static bool TryFind(ValueMap<int, Owner> map, out ValueScope<Owner> result) { var scope = map.Find(1); if (!scope.HasValue) { scope.Dispose(); result = default; return false; } result = scope; return true; }",
        "static void Replace(ValueMap<int, Owner> map, ref ValueScope<Owner> scope) { var other = map.GetOrAdd(2); scope.Dispose(); scope = other; }",
        "using var guard = owner.EnterLock(); guard.Foos.Clear(); ref readonly var same = ref guard; same.Foos.Clear();",
        "using (owner.EnterLock()) { } using (var guard = owner.EnterLock()) { guard.Foos.AddLast(foo); }",
        "var guard = owner.EnterLock(); try { guard.Foos.Clear(); } finally { guard.Dispose(); }",
        "foreach (Ptr<Foo> each in owner.DrainFoos()) { }",
        "foreach (ValueEntry<int, Owner> entry in map) { using ValueScope<Owner> scope = map.Find(entry.Key); if (scope.HasValue) { using var guard = scope.Value.EnterLock(); } }",
        "using var scope = map.GetOrAdd(3); ref Owner value = ref scope.Value; using var guard = value.EnterLock();",
        "lonely.Enter(); lonely.Exit(); ref ListLock same = ref lonely; if (same.TryEnter()) { same.Exit(); } holder.Gate.Enter(); holder.Gate.Exit();",
        "var fresh = new Holder { Id = 3, Gate = new ListLock() }; ListLock other = new(); ListLock[] more = { new(), default }; more[0].Enter(); more[0].Exit(); other.Enter(); other.Exit();",
        "static Owner.LockGuard Enter(ref Owner owner) => owner.EnterLock(); static ValueScope<Owner> Find(ValueMap<int, Owner> map) { var scope = map.Find(1); return scope; }",
        "static ValueScope<Owner> Find(ValueMap<int, Owner> map) { ValueScope<Owner> scope = map.Find(1); if (!scope.HasValue) { scope = map.GetOrAdd(1); } return scope; }",
        "var guard = owner.EnterLock(); using var other = guard; other.Foos.AddLast(foo);",
        "static void Use(ref Owner owner, bool condition) { var guard = owner.EnterLock(); if (condition) { using var first = guard; } else { using var second = guard; } }",
        "static Holder Make() => new(); Holder fresh = Make(); static ListLock Free() => default;",
    ];

    [Theory]
    [MemberData(nameof(Guards))]
    public Task RejectsOneTwinOfGuards(string twins, string members, string value, string effect, string type) =>
        VerifyTwinsAsync(Source(twins, members), Message(value, effect, type, Disposed, UseTheOne));

    [Theory]
    [MemberData(nameof(Locks))]
    public Task RejectsOneTwinOfLocks(string twins, string value, string effect, string type, string reason, string remedy) =>
        VerifyTwinsAsync(Source(twins), Message(value, effect, type, reason, remedy));

    [Theory]
    [MemberData(nameof(Accepted))]
    public Task Accepts(string statements) => VerifyAcceptedAsync(Source(statements));

    private static string Source(string statements, string members = "") => $$"""
        partial struct Owner { public ListLock Lock; [Contains(typeof(Foo), "Node")] ListHead _foos; }
        partial class Shared { readonly object _gate = new(); [Contains(typeof(Foo), "Node", Lock = nameof(_gate))] readonly PinnedListHead _foos = new(); }
        partial struct Pinned { SpinLock _gate; [Contains(typeof(Foo), "Node")] readonly PinnedListHead? _foos; }
        partial struct Named { readonly object _gate; [Contains(typeof(Foo), "Node", Lock = nameof(_gate))] readonly PinnedListHead _foos; }
        partial struct Unlocked { readonly object _gate; [Contains(typeof(Foo), "Node")] readonly PinnedListHead _foos; }
        struct Holder { public int Id; public ListLock Gate; }
        partial class Program
        {
            static void Run(ref Owner owner, Shared shared, ValueMap<int, Owner> map, ref ListLock lonely, ref Holder holder, ListLock[] locks, int[] numbers, ref Pinned pinned, ref Named named, ref Unlocked unlocked, Ptr<Foo> foo)
            {
                {{statements}}
            }

            {{members}}
        }
        """;

    private static string Message(string value, string effect, string type, string reason, string remedy) =>
        $"'{value}' is copied {effect}, but a value of '{type}' must stay where it is: {reason}; {remedy}";
}
