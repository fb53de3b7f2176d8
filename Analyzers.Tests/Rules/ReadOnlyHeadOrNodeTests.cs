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
