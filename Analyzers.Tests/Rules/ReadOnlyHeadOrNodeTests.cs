using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class ReadOnlyHeadOrNodeTests() : RuleTests("ILIST009")
{
    private const string Tag = """[Contains(typeof(Foo), "Node")]""";

    public static TheoryData<string, string, string> Twins => new()
    {
        { $"partial struct Owner {{ {Tag} «readonly→» ListHead {{|#0:_head|}}; }}", "Owner._head", "ListHead" },
        { $"partial struct Owner {{ {Tag} public readonly «ListHead→PinnedListHead?» {{|#0:_head|}}; }}", "Owner._head", "ListHead" },
        { $"partial class Owner {{ {Tag} [FixedAddressValueType] static «readonly→» ListHead {{|#0:s_head|}}; }}", "Owner.s_head", "ListHead" },
        { $"readonly partial struct Owner {{ {Tag} readonly «ListHead→PinnedListHead?» {{|#0:_head|}}; }}", "Owner._head", "ListHead" },
        { $"ref partial struct Owner {{ {Tag} ref «readonly→» ListHead {{|#0:_head|}}; }}", "Owner._head", "ListHead" },
        { $"ref partial struct Owner {{ {Tag} «ref readonly→readonly ref» ListHead {{|#0:_head|}}; }}", "Owner._head", "ListHead" },
        { "struct Element { public «readonly→» ListNode {|#0:Node|}; }", "Element.Node", "ListNode" },
        { "partial record struct Element<T>(T Value) { public «readonly→» ListNode {|#0:@class|}; }", "Element<T>.@class", "ListNode" },
        { "readonly struct Element { public readonly «ListNode→Ptr<ListNode>» {|#0:Node|}; }", "Element.Node", "ListNode" },
        { "using Place = IntrusiveLists.ListNode; class Outer { struct Element { «readonly→» Place {|#0:_node|}; } }", "Outer.Element._node", "ListNode" },
        { "struct Element { public «readonly ListNode {|#0:Node|};→ListNode Node => default;» }", "Element.Node", "ListNode" },
        { "ref struct Element { public readonly «→ref» ListNode {|#0:Node|}; }", "Element.Node", "ListNode" },
        { "namespace Mine { struct ListNode { } } struct Element { public readonly «IntrusiveLists→Mine».ListNode {|#0:Node|}; }", "Element.Node", "ListNode" },
    };

    /// <summary>Gets locks that nobody could enter, and their types.</summary>
    public static TheoryData<string, string, string> ReadOnlyLocks => new()
    {
        { "struct Owner { public «readonly→» ListLock {|#0:Lock|}; }", "Owner.Lock", "ListLock" },
        { "class Owner { «readonly→» ListLock {|#0:_lock|}; }", "Owner._lock", "ListLock" },
        { "class Owner { static «readonly→» ListLock {|#0:s_lock|}; }", "Owner.s_lock", "ListLock" },
        { "class Owner { readonly ListLock«→[]?» {|#0:_lock|}; }", "Owner._lock", "ListLock" },
        { "readonly struct Owner { readonly «ListLock→Ptr<ListLock>» {|#0:_lock|}; }", "Owner._lock", "ListLock" },
        { $"partial struct Owner {{ «readonly→» ListLock {{|#0:_lock|}}; {Tag} ListHead _head; }}", "Owner._lock", "ListLock" },
        { $"partial struct Owner {{ «readonly→» SpinLock {{|#0:_lock|}}; {Tag} ListHead _head; }}", "Owner._lock", "SpinLock" },
        { $"partial class Owner {{ «readonly→» SpinLock {{|#0:_lock|}}; {Tag} readonly PinnedListHead _head = new(); }}", "Owner._lock", "SpinLock" },
        { $"partial class Owner {{ static «readonly→» SpinLock {{|#0:s_lock|}}; {Tag} static readonly PinnedListHead s_head = new(); }}", "Owner.s_lock", "SpinLock" },
        { """partial struct Owner { «readonly→» SpinLock {|#0:_lock|}; SpinLock _other; [Contains(typeof(Foo), "Node", Lock = nameof(_lock))] ListHead _head; }""", "Owner._lock", "SpinLock" },
        { """partial class Owner { readonly «SpinLock→object» {|#0:_lock|} = new(); [Contains(typeof(Foo), "Node", Lock = nameof(_lock))] readonly PinnedListHead _head = new(); }""", "Owner._lock", "SpinLock" },
        { """partial struct Owner { readonly SpinLock {|#0:_lock|}; SpinLock _other; [Contains(typeof(Foo), "Node", Lock = nameof(«_lock→_other»))] ListHead _head; }""", "Owner._lock", "SpinLock" },
        { """partial class Owner { readonly SpinLock {|#0:_lock|}; [Contains(typeof(Foo), "Node")] «→static» readonly PinnedListHead _head = new(); }""", "Owner._lock", "SpinLock" },
    };

    public static TheoryData<string, string, string> Arrays => new()
    {
        { $"partial struct Owner {{ {Tag} «readonly→» Heads {{|#0:_heads|}}; }}", "Owner._heads", "Heads" },
        { $"readonly partial struct Owner {{ {Tag} readonly «Heads→PinnedListHead?» {{|#0:_heads|}}; }}", "Owner._heads", "Heads" },
        { $"partial class Owner {{ {Tag} [FixedAddressValueType] static «readonly→» Heads {{|#0:s_heads|}}; }}", "Owner.s_heads", "Heads" },
    };

    [Theory]
    [MemberData(nameof(ReadOnlyLocks))]
    public Task RejectsLocksThatNobodyCanEnter(string twins, string field, string type) => VerifyTwinsAsync(twins, $"'{field}' must not be readonly: entering the {type} writes to it");

    [Theory]
    [MemberData(nameof(Arrays))]
    public Task RejectsArraysOfHeads(string twins, string field, string type) => VerifyTwinsAsync(twins + " [InlineArray(4)] struct Heads { ListHead _first; }", Message(field, type));

    // Once, and not again where it is entered
    [Fact]
    public Task RejectsOnceWhatIsUsed() => VerifyRejectedAsync(
        "class Owner { readonly ListLock {|#0:_lock|}; void Use() { _lock.Enter(); _lock.Exit(); } bool IsHeld => _lock.IsHeld; }",
        "'Owner._lock' must not be readonly: entering the ListLock writes to it");

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string field, string kind) => VerifyTwinsAsync(twins, Message(field, kind));

    // Once, however many tags name it
    [Fact]
    public Task RejectsNodesWhereTheyAreDeclared() => VerifyTwinsAsync(
        """
        partial struct Owner { [Contains(typeof(Element), "Node")] ListHead _first, _second; }
        struct Element { public «readonly→» ListNode {|#0:Node|}; }
        """,
        Message("Element.Node", "ListNode"));

    // In the other assembly as well, but there nobody may be looking
    [Fact]
    public Task RejectsNodesOfOtherAssembliesAtTheTag() => VerifyTwinsAsync(
        """
        partial struct Owner { [Contains(typeof(Element), {|#0:"«ReadOnly→Node»"|})] ListHead _head; }
        // library
        public struct Element { public readonly ListNode ReadOnly; public ListNode Node; }
        """,
        Message("Element.ReadOnly", "ListNode"));

    private static string Message(string field, string kind) => $"'{field}' must not be readonly: list operations write to the {kind}";
}
