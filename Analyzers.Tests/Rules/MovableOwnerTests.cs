using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Owners that their guards point at, arrays of heads, and locks, which may be anywhere.
/// </summary>
public sealed class MovableOwnerTests() : RuleTests("ILIST103")
{
    private const string Guarded = "the guard of its lock 'Pinned._gate' holds its address";
    private const string OfClass = "the garbage collector moves the objects of class 'Program'";
    private const string Local = "keep it in a local variable, and hand it on by reference";
    private const string Array = "make it a field of a struct, and use a Ptr of that";
    private const string Types = """
        partial struct Pinned { SpinLock _gate; [Contains(typeof(Foo), "Node")] readonly PinnedListHead? _foos; }
        partial struct Unlocked { int _gate; [Contains(typeof(Foo), "Node")] readonly PinnedListHead? _foos; }
        partial struct Wheel { [Contains(typeof(Foo), "Node")] Heads _slots; }
        [InlineArray(4)] struct Heads { ListHead _first; }
        struct Holder { public int Id; public ListLock Gate, Other; }

        """;

    /// <summary>Gets members that keep a value where it moves or not, the place, why it must not move, why it does, and the mend.</summary>
    public static TheoryData<string, string, string, string, string> Twins => new()
    {
        { "class Program { «Pinned→Unlocked» {|#0:_owner|}; }", "Program._owner", Guarded, OfClass, Local },
        { "class Program { static «Pinned→Unlocked» {|#0:s_owner|}; }", "Program.s_owner", Guarded, "it is static and not marked [FixedAddressValueType]", "mark it so, or " + Local },
        { "class Program { object Make() => new {|#0:«Pinned→Unlocked»[3]|}; }", "Pinned", Guarded, "the garbage collector moves arrays", "use GC.AllocateArray with pinned: true" },
        { "class Program { System.Collections.Generic.List<{|#0:«Pinned→Unlocked»|}>? _owners; }", "Pinned", Guarded, "'List<T>' does not promise to leave a 'T' where it is", Local },
        { "class Program { Action Make() { «Pinned→Unlocked» owner = default; return () => Use(ref {|#0:owner|}); } static void Use<[AddressStable] T>(ref T owner) { } }", "owner", Guarded, "a lambda captures it, in an object that the garbage collector moves", Local },
        { "class Program { static async System.Threading.Tasks.Task Run() { «Pinned→Unlocked» {|#0:owner|} = default; await System.Threading.Tasks.Task.Yield(); } }", "owner", Guarded, "an async method keeps its variables in an object", Local },

        { "partial class Program { [Contains(typeof(Foo), \"Node\")] «Heads→PinnedListHead?» {|#0:_heads|}; }", "Program._heads", "it holds the list head 'Heads._first'", OfClass, Array },
        { "partial class Program { [Contains(typeof(Foo), \"Node\")] «→[FixedAddressValueType]» static Heads {|#0:s_heads|}; }", "Program.s_heads", "it holds the list head 'Heads._first'", "it is static and not marked [FixedAddressValueType]", "mark it so, or " + Array },
        { "«class→struct» Program { Wheel {|#0:_wheel|}; }", "Program._wheel", "it holds the list head 'Heads._first'", OfClass, "use a Ptr<Wheel>" },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string name, string reason, string movement, string mend) =>
        VerifyTwinsAsync(Types + twins, MovableStorageTests.Message(name, reason, movement, mend));

    [Theory]
    [InlineData("class Program { ListLock _gate; static ListLock s_gate; [ThreadStatic] static ListLock t_gate; Holder _holder; static Holder s_holder; readonly ListLock[] _locks = new ListLock[8]; readonly Holder[] _holders = { new(), new() }; }")]
    [InlineData("class Program { Action Make() { ListLock gate = default; Holder holder = default; return () => { gate.Enter(); holder.Gate.Enter(); }; } }")]
    [InlineData("class Program { static async System.Threading.Tasks.Task Run() { ListLock gate = default; gate.Enter(); gate.Exit(); await System.Threading.Tasks.Task.Yield(); } }")]
    [InlineData("class Program { System.Collections.Generic.Dictionary<int, ListLock>? _locks; System.Collections.Generic.List<Holder>? _holders; (ListLock, Holder) _pair; ListLock? _maybe; }")]
    [InlineData("class Program { System.Collections.Generic.IEnumerable<int> Run() { Holder holder = default; holder.Gate.Enter(); holder.Gate.Exit(); yield return 1; } }")]
    [InlineData("partial class Program { ListLock _gate; [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _foos = new(); }")]
    [InlineData("partial class Program { SpinLock _gate; [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _foos = new(); Unlocked _unlocked; }")]
    [InlineData("partial struct Program { static SpinLock s_gate; [Contains(typeof(Foo), \"Node\")] static readonly PinnedListHead s_foos = new(); } class Other { Program _program; Program[] _all = new Program[2]; }")]
    public Task AcceptsWhatMayMove(string members) => VerifyAcceptedAsync(Types + members);
}
