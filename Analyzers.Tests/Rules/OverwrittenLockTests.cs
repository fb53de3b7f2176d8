using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Locks that are overwritten, and owners with them.
/// </summary>
public sealed class OverwrittenLockTests() : RuleTests("ILIST105")
{
    private const string Lock = "a thread that has entered it would lose it: it is a lock; leave it with 'Exit'";
    private const string Holder = "a thread that has entered it would lose it: it holds the lock 'Holder.Gate'; assign to its other fields, or zero memory that holds no element yet with 'Ptr<T>.Initialize'";
    private const string Pinned = "whatever is linked to it would lose it: the guard of its lock 'Pinned._gate' holds its address; assign to its other fields, or zero memory that holds no element yet with 'Ptr<T>.Initialize'";

    /// <summary>Gets statements that overwrite a lock or not, what is overwritten, and why it must not be.</summary>
    public static TheoryData<string, string, string> Twins => new()
    {
        { "{|#0:owner.«Lock→Id»|} = default;", "owner.Lock", Lock },
        { "{|#0:owner.«Lock→Id»|} = new();", "owner.Lock", Lock },
        { "{|#0:shared.«Gate→Number»|} = new();", "shared.Gate", Lock },
        { "{|#0:«locks→numbers»[1]|} = default;", "locks[1]", Lock },
        { "{|#0:«lonely→number»|} = default;", "lonely", Lock },
        { "{|#0:Program.«s_lock→s_number»|} = default;", "Program.s_lock", Lock },
        { "({|#0:owner.«Lock→Id»|}, _) = (default, 1);", "owner.Lock", Lock },
        { "Fill(out {|#0:«lonely→_»|}); static void Fill(out ListLock gate) => gate = default;", "lonely", Lock },
        { "Array.Clear({|#0:«locks→numbers»|});", "locks", Lock },
        { "ListLock mine = default; mine.Enter(); «{|#0:mine|} = default→mine.Exit()»;", "mine", Lock },
        { "{|#0:holder«→.Id»|} = default;", "holder", Holder },
        { "holder.Inner = new() { Id = 1 }; {|#0:holder.«Gate→Id»|} = default;", "holder.Gate", Lock },
        { "{|#0:pinned«→.Id»|} = default;", "pinned", Pinned },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string target, string reason) => VerifyTwinsAsync(Source(twins), $"'{target}' is overwritten, and {reason}");

    // What is disposed of may make way for the next
    [Theory]
    [InlineData("var guard = owner.EnterLock(); try { } finally { guard.Dispose(); } guard = owner.EnterLock(); try { } finally { guard.Dispose(); }")]
    [InlineData("ListLock mine; mine = default; mine.Enter(); mine.Exit(); var fresh = new Holder { Gate = new() };")]
    public Task Accepts(string statements) => VerifyAcceptedAsync(Source(statements));

    [Fact]
    public Task AcceptsWhatConstructorsConstruct() => VerifyAcceptedAsync(
        "class First { ListLock _gate; static ListLock s_gate = new(); First() => _gate = new(); static First() => s_gate.Enter(); } struct Second { ListLock _gate; int _id; public Second(int id) { this = default; _id = id; } }");

    private static string Source(string statements) => $$"""
        partial struct Owner { public int Id; public ListLock Lock; [Contains(typeof(Foo), "Node")] ListHead _foos; }
        partial struct Pinned { public int Id; SpinLock _gate; [Contains(typeof(Foo), "Node")] readonly PinnedListHead? _foos; }
        class Shared { public int Number; public ListLock Gate; }
        struct Inner { public int Id; }
        struct Holder { public int Id; public Inner Inner; public ListLock Gate; }
        class Program
        {
            static ListLock s_lock;
            static int s_number;

            static void Run(ref Owner owner, Shared shared, ref ListLock lonely, ref Holder holder, ListLock[] locks, int[] numbers, int number, ref Pinned pinned)
            {
                {{statements}}
            }
        }
        """;
}
