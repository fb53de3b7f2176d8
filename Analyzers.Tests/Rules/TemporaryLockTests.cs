using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Locks and owners that are entered in a copy, and arrays of heads in one.
/// </summary>
public sealed class TemporaryLockTests() : RuleTests("ILIST104")
{
    private const string Through = "use it through a reference that is not read-only, or declare the member 'readonly'";
    private const string Keep = "keep the value in a variable";
    private const string OwnerReason = "it holds the list head 'Owner._foos'";

    /// <summary>Gets statements that enter a copy or not, what is copied, its type, why it must not be, how it is, and the mend.</summary>
    public static TheoryData<string, string, string, string, string, string> Twins => new()
    {
        { "static void Run(«in→ref» Owner owner) { using var guard = {|#0:owner|}.EnterLock(); }", "owner", "Owner", OwnerReason, "read-only here and therefore copied for 'Owner.EnterLock()'", Through },
        { "static void Run(«in→ref» Owner owner) { foreach (var foo in {|#0:owner|}.DrainFoos()) { } }", "owner", "Owner", OwnerReason, "read-only here and therefore copied for 'Owner.DrainFoos()'", Through },
        { "static void Run(ref «readonly→» Pinned owner) { using var guard = {|#0:owner|}.EnterLock(); }", "owner", "Pinned", "the guard of its lock 'Pinned._gate' holds its address", "read-only here and therefore copied for 'Pinned.EnterLock()'", Through },
        { "static void Run(«in→ref» ListLock gate) { {|#0:gate|}.Enter(); }", "gate", "ListLock", "it is a lock", "read-only here and therefore copied for 'ListLock.Enter()'", Through },
        { "static void Run(«in→ref» Holder holder) { if ({|#0:holder.Gate|}.TryEnter()) { } }", "holder.Gate", "ListLock", "it is a lock", "read-only here and therefore copied for 'ListLock.TryEnter()'", Through },
        { "«readonly→» Holder _holder; void Run() => {|#0:_holder.Gate|}.Enter();", "_holder.Gate", "ListLock", "it is a lock", "read-only here and therefore copied for 'ListLock.Enter()'", Through },
        { "static void Run(«in→ref» Wheel wheel) => {|#0:wheel|}.Slots[1].Clear();", "wheel", "Wheel", "it holds the list head 'Heads._first'", "read-only here and therefore copied for 'Wheel.Slots'", Through },
        { "static void Run(Ptr<Wheel> wheel) { ref «readonly→» Wheel same = ref wheel.Value; foreach (var slot in {|#0:same|}.Slots) { } }", "same", "Wheel", "it holds the list head 'Heads._first'", "read-only here and therefore copied for 'Wheel.Slots'", Through },

        { "static «→ref» Owner Make(ref Owner owner) => «default→ref owner»; static void Run(ref Owner owner) { using var guard = {|#0:Make(ref owner)|}.EnterLock(); }", "Make(ref owner)", "Owner", OwnerReason, "a temporary value when 'Owner.EnterLock()' locks it", Keep },
        { "static void Run(ref Owner owner) { foreach (var foo in {|#0:«new Owner()→owner»|}.DrainFoos()) { } }", "new Owner()", "Owner", OwnerReason, "a temporary value when 'Owner.DrainFoos()' locks it", Keep },
        { "static void Run(ref Wheel wheel) => {|#0:«new Wheel()→wheel»|}.Slots[1].Clear();", "new Wheel()", "Wheel", "it holds the list head 'Heads._first'", "a temporary value when 'Wheel.Slots' makes a list of it", Keep },
        { "ListLock Gate «{ get; set; }→;» void Run() => {|#0:Gate|}.Enter();", "Gate", "ListLock", "it is a lock", "a temporary value when 'ListLock.Enter()' is called", Keep },
        { "static void Run(«System.Collections.Generic.List<ListLock>→ListLock[]» locks) => {|#0:locks[0]|}.Enter();", "locks[0]", "ListLock", "it is a lock", "a temporary value when 'ListLock.Enter()' is called", Keep },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string value, string type, string reason, string effect, string remedy) =>
        VerifyTwinsAsync(Source(twins), $"'{value}' is {effect}, but a value of '{type}' must stay where it is: {reason}; {remedy}");

    [Theory]
    [InlineData("static bool Run(in Owner owner, in ListLock gate, in Holder holder) => owner.Lock.IsHeld || gate.IsHeldByCurrentThread || holder.Gate.IsHeld;")]
    [InlineData("static void Run(ref Owner owner) { using var guard = owner.EnterLock(); Clear(in guard); } static void Clear(in Owner.LockGuard guard) => guard.Foos.Clear();")]
    [InlineData("static void Run(Ptr<Owner> owner, Owner[] pinned, ValueScope<Owner> scope) { using var first = owner.Value.EnterLock(); using var second = pinned[1].EnterLock(); using var third = scope.Value.EnterLock(); }")]
    [InlineData("ListLock _gate; static ListLock s_gate; ref ListLock Gate => ref _gate; void Run() { _gate.Enter(); s_gate.Enter(); Gate.Exit(); }")]
    [InlineData("ListLock Gate { get; set; } bool IsHeld => Gate.IsHeld;")]
    [InlineData("static void Run(Shared shared) { using var guard = shared.EnterLock(); } static Shared Make() => new(); static void Other() { using var guard = Make().EnterLock(); }")]
    public Task Accepts(string members) => VerifyAcceptedAsync(Source(members));

    private static string Source(string members) => $$"""
        partial struct Owner { public ListLock Lock; [Contains(typeof(Foo), "Node")] ListHead _foos; }
        partial struct Pinned { SpinLock _gate; [Contains(typeof(Foo), "Node")] readonly PinnedListHead? _foos; }
        partial class Shared { ListLock _gate; [Contains(typeof(Foo), "Node")] readonly PinnedListHead _foos = new(); }
        partial struct Wheel { [Contains(typeof(Foo), "Node")] Heads _slots; }
        [InlineArray(4)] struct Heads { ListHead _first; }
        struct Holder { public ListLock Gate; }
        class Program { {{members}} }
        """;
}
