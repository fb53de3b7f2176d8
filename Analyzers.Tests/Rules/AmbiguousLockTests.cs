using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class AmbiguousLockTests() : RuleTests("ILIST013")
{
    // .NET 8 does not have it.
    private const string Lock = "namespace System.Threading { public sealed class Lock { public void Enter() { } public void Exit() { } } }";

    public static TheoryData<string, string> Choices => new()
    {
        { """partial struct Owner { SpinLock _first«, _second→»; [{|#0:Contains(typeof(Foo), "Node")|}] ListHead _head; }""", "'_first', '_second'" },
        { """partial struct Owner { SpinLock _first, _second; [{|#0:Contains(typeof(Foo), "Node"«→, Lock = nameof(_second)»)|}] ListHead _head; }""", "'_first', '_second'" },
        { """partial struct Owner { SpinLock _first, _second; [{|#0:Contains(typeof(Foo), "Node", Lock = «null→"_second"»)|}] ListHead _head; }""", "'_first', '_second'" },
        { """partial struct Owner { SpinLock _first; «→static» SpinLock _second; [{|#0:Contains(typeof(Foo), "Node")|}] ListHead _head; }""", "'_first', '_second'" },
        { """partial struct Owner { SpinLock _first; SpinLock Second«;→{ get; set; }» [{|#0:Contains(typeof(Foo), "Node")|}] ListHead _head; }""", "'_first', 'Second'" },
        { """partial struct Owner { static readonly Lock s_first = new(); static readonly «Lock→object» s_second = new(); [{|#0:Contains(typeof(Foo), "Node")|}] static readonly PinnedListHead _head = new(); }""", "'s_first', 's_second'" },
        { """partial class Owner { static SpinLock s_first, s_second; [{|#0:Contains(typeof(Foo), "Node")|}] «static→» readonly PinnedListHead _head = new(); }""", "'s_first', 's_second'" },
        { """partial class Owner { readonly Lock _first = new(); SpinLock«→?» _second; [{|#0:Contains(typeof(Foo), "Node")|}] readonly PinnedListHead _head = new(); }""", "'_first', '_second'" },
        { """partial class Owner { readonly «Lock→object» _first = new(); Lock? _second; [{|#0:Contains(typeof(Foo), "Node")|}] readonly PinnedListHead _head = new(); }""", "'_first', '_second'" },
        { """partial «class→struct» Owner { Lock? _first, _second; [{|#0:Contains(typeof(Foo), "Node")|}] PinnedListHead? _head; }""", "'_first', '_second'" },
        { """partial struct Owner { ListLock _first«, _second→»; [{|#0:Contains(typeof(Foo), "Node")|}] ListHead _head; }""", "'_first', '_second'" },
        { """partial struct Owner { ListLock _first; SpinLock _second; [{|#0:Contains(typeof(Foo), "Node"«→, Lock = nameof(_first)»)|}] ListHead _head; }""", "'_first', '_second'" },
        { """partial struct Owner { ListLock _first; «ListLock→Ptr<ListLock>» _second; [{|#0:Contains(typeof(Foo), "Node")|}] Heads _head; } [InlineArray(2)] struct Heads { ListHead _head; }""", "'_first', '_second'" },
        { """partial class Owner { ListLock _first; «→static» ListLock _second; [{|#0:Contains(typeof(Foo), "Node")|}] readonly PinnedListHead _head = new(); }""", "'_first', '_second'" },
        {
            """
            partial struct Owner { SpinLock _first; [{|#0:Contains(typeof(Foo), "Node")|}] ListHead _head; }
            // file
            partial struct Owner { «SpinLock→SpinLock[]» _second; }
            """,
            "'_first', '_second'"
        },
    };

    public static TheoryData<string, string> Names => new()
    {
        { """partial struct Owner { SpinLock _gate; [Contains(typeof(Foo), "Node", {|#0:Lock = "«_gat→_gate»"|})] ListHead _head; }""", "_gat" },
        { """partial struct Owner { ListLock _gate; [Contains(typeof(Foo), "Node", {|#0:Lock = nameof(«Holder.Gate→_gate»)|})] ListHead _head; } struct Holder { public ListLock Gate; }""", "Gate" },
        { """partial struct Owner { ListLock«[]→» _gates; [Contains(typeof(Foo), "Node", {|#0:Lock = nameof(_gates)|})] readonly PinnedListHead? _head; }""", "_gates" },
        { """partial struct Owner { SpinLock _gate; [Contains(typeof(Foo), "Node", {|#0:Lock = "«→_gate»"|})] ListHead _head; }""", "" },
        { """partial struct Owner { SpinLock @lock; [Contains(typeof(Foo), "Node", {|#0:Lock = "«@→»lock"|})] ListHead _head; }""", "@lock" },
        { """partial struct Owner { SpinLock _gate; [Contains(typeof(Foo), "Node", {|#0:Lock = nameof(«_head→_gate»)|})] ListHead _head; }""", "_head" },
        { """partial class Owner { readonly «string→object» _gate = ""; [Contains(typeof(Foo), "Node", {|#0:Lock = nameof(_gate)|})] readonly PinnedListHead _head = new(); }""", "_gate" },
        { """partial class Owner { readonly «Mutex→Lock» _gate = new(); [Contains(typeof(Foo), "Node", {|#0:Lock = nameof(_gate)|})] readonly PinnedListHead _head = new(); }""", "_gate" },
        { """partial class Owner { object? Gate«{ get; }→;» [Contains(typeof(Foo), "Node", {|#0:Lock = nameof(Gate)|})] readonly PinnedListHead _head = new(); }""", "Gate" },
        { """partial class Owner { «static→» readonly object _gate = new(); [Contains(typeof(Foo), "Node", {|#0:Lock = nameof(_gate)|})] readonly PinnedListHead _head = new(); }""", "_gate" },
        { """partial class Owner { readonly object _gate = new(); [Contains(typeof(Foo), "Node", {|#0:Lock = nameof(_gate)|})] «static→» readonly PinnedListHead _head = new(); }""", "_gate" },
        { """partial class Owner : Base { «→readonly object _own = new();» [Contains(typeof(Foo), "Node", {|#0:Lock = nameof(«Gate→_own»)|})] readonly PinnedListHead _head = new(); } class Base { protected readonly object Gate = new(); }""", "Gate" },
        { """partial struct Owner { [Contains(typeof(Foo), "Node", Name = "Ready", {|#0:Lock = "Gate"|})] ListHead _head; «→SpinLock Gate;» }""", "Gate" },
        { """partial struct Owner { Lock? _gate; [Contains(typeof(Foo), "Node", {|#0:Lock = nameof(«Foo→_gate»)|})] ListHead _head; }""", "Foo" },
        { """«readonly→» partial struct Owner { readonly object? _gate; [Contains(typeof(Foo), "Node", {|#0:Lock = nameof(_gate)|})] readonly PinnedListHead? _head; }""", "_gate" },
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public Task RejectsTwoLocksAndNoChoice(string twins, string locks) => VerifyTwinsAsync(
        $$"""
        {{twins}}
        // file
        {{Lock}}
        """,
        Message($"'Owner' has more than one lock ({locks}) and no Lock chooses one"));

    [Theory]
    [MemberData(nameof(Names))]
    public Task RejectsNamesOfNoLock(string twins, string name) => VerifyTwinsAsync(
        $$"""
        {{twins}}
        // file
        {{Lock}}
        """,
        Message($"'{name}' is no lock of 'Owner'"));

    [Fact]
    public Task RejectsEveryTagThatMakesNoChoice() => VerifyRejectedAsync(
        """
        partial class Outer<T>
        {
            partial struct Owner
            {
                SpinLock _first, _second;
                [{|#0:Contains(typeof(Foo), "Node")|}] ListHead _one;
                [Contains(typeof(Foo), "Node", Lock = nameof(_first))] ListHead _two;
                [{|#1:Contains(typeof(Foo), "Node")|}] ListHead _three;
            }
        }
        """,
        Message("'Outer<T>.Owner' has more than one lock ('_first', '_second') and no Lock chooses one", "Outer<T>.Owner._one"),
        Message("'Outer<T>.Owner' has more than one lock ('_first', '_second') and no Lock chooses one", "Outer<T>.Owner._three"));

    [Theory]
    [InlineData("SpinLock _first, _second;", "nameof({|CS0103:Missing|})")]
    [InlineData("SpinLock _first, _second;", "{|CS0103:Missing|}")]
    [InlineData("SpinLock _first, _second;", "{|CS0029:5|}")]
    [InlineData("{|CS0246:Missing|} _first; SpinLock _second;", "nameof(_first)")]
    public Task LeavesBrokenNamesToTheCompiler(string locks, string name) => VerifyAcceptedAsync(
        $$"""
        partial struct Owner { {{locks}} [Contains(typeof(Foo), "Node", Lock = {{name}})] ListHead _head; }
        """);

    private static string Message(string reason, string head = "Owner._head") => $"It is not clear which lock guards '{head}': {reason}; name the lock, as in Lock = nameof(_lock)";
}
