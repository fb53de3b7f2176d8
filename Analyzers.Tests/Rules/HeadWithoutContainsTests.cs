using System;
using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class HeadWithoutContainsTests() : RuleTests("ILIST001")
{
    public static TheoryData<string, string> Twins => new()
    {
        { """partial struct Owner { «→[Contains(typeof(Foo), "Node")]» ListHead {|#0:_head|}; }""", "Owner._head" },
        { """public partial struct Owner { «→[Contains(typeof(Foo), "Node")]» public ListHead {|#0:Head|}; }""", "Owner.Head" },
        { """partial class Owner { «→[Contains(typeof(Foo), "Node")]» readonly PinnedListHead {|#0:_head|} = new(); }""", "Owner._head" },
        { """partial class Owner { «→[Contains(typeof(Foo), "Node")]» PinnedListHead? {|#0:_head|}; }""", "Owner._head" },
        { """partial class Owner { «→[Contains(typeof(Foo), "Node")]» static readonly PinnedListHead {|#0:s_head|} = new(); }""", "Owner.s_head" },
        { """partial class Owner { «→[Contains(typeof(Foo), "Node")]» [FixedAddressValueType] static ListHead {|#0:s_head|}; }""", "Owner.s_head" },
        { """partial interface IOwner { «→[Contains(typeof(Foo), "Node")]» static readonly PinnedListHead {|#0:Head|} = new(); }""", "IOwner.Head" },
        { """partial record struct Owner { «→[Contains(typeof(Foo), "Node")]» ListHead {|#0:_head|}; }""", "Owner._head" },
        { """partial record Owner(int Size) { «→[Contains(typeof(Foo), "Node")]» readonly PinnedListHead {|#0:_head|} = new(); }""", "Owner._head" },
        { """ref partial struct Owner { «→[Contains(typeof(Foo), "Node")]» ListHead {|#0:_head|}; }""", "Owner._head" },
        { """partial struct Owner<T> where T : unmanaged { T _value; «→[Contains(typeof(Foo), "Node")]» ListHead {|#0:_head|}; }""", "Owner<T>._head" },
        { """partial class Outer<T> { partial struct Owner<U> { «→[Contains(typeof(Foo), "Node")]» ListHead {|#0:_head|}; } }""", "Outer<T>.Owner<U>._head" },
        { """namespace Inner.Most; partial struct Owner { «→[Contains(typeof(Foo), "Node")]» ListHead {|#0:_head|}; }""", "Owner._head" },
        { """partial struct Owner { «→[Contains(typeof(Foo), "Node")]» ListHead {|#0:@class|}; }""", "Owner.@class" },
        { """partial struct Owner { «→[Contains(typeof(Foo), "Node")]» global::IntrusiveLists.ListHead {|#0:_head|}; }""", "Owner._head" },
        { """using Start = IntrusiveLists.ListHead; partial struct Owner { «→[Contains(typeof(Foo), "Node")]» Start {|#0:_head|}; }""", "Owner._head" },

        // What is like a head and is none
        { """ref partial struct Owner { «→ref» ListHead {|#0:_head|}; }""", "Owner._head" },
        { """unsafe partial struct Owner { ListHead«→*» {|#0:_head|}; }""", "Owner._head" },
        { """partial struct Owner { «ListHead→Ptr<ListHead>» {|#0:_head|}; }""", "Owner._head" },
        { """namespace Mine { struct ListHead { } } partial struct Owner { «IntrusiveLists→Mine».ListHead {|#0:_head|}; }""", "Owner._head" },
        {
            """
            namespace Mine { sealed class ContainsAttribute(Type element, string node) : Attribute { public object Value => (element, node); } }
            partial struct Owner { [«Mine→IntrusiveLists».Contains(typeof(Foo), "Node")] ListHead {|#0:_head|}; }
            """,
            "Owner._head"
        },

        { """partial struct Owner { ListHead {|#0:Head|}«;→ => default;» }""", "Owner.Head" },
        { """struct Owner«→(ListHead head)» { «ListHead {|#0:_head|};→bool IsEmpty => head.IsEmpty;» }""", "Owner._head" },

        // A tag in another part
        {
            """
            partial struct Owner { «→[Contains(typeof(Foo), "Node")]» ListHead {|#0:_head|}; }
            // file
            partial struct Owner { [Contains(typeof(Foo), "Other")] ListHead _other; }
            """,
            "Owner._head"
        },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string head) => VerifyTwinsAsync(twins, Message(head));

    [Fact]
    public Task RejectsEveryDeclarator() =>
        VerifyRejectedAsync("partial struct Owner { ListHead {|#0:_first|}, {|#1:_second|}; }", Message("Owner._first"), Message("Owner._second"));

    /// <summary>Gets arrays of heads; the field in them has no tag of its own.</summary>
    public static TheoryData<string> Arrays =>
    [
        """partial struct Owner { «→[Contains(typeof(Foo), "Node")]» Heads {|#0:_heads|}; }""",
        """partial class Outer { partial struct Owner { int _id; «→[Contains(typeof(Foo), "Node", Name = "Slots")]» public Heads {|#0:_heads|}; } }""",
        """unsafe partial struct Owner { Heads«→*» {|#0:_heads|}; }""",
        """partial struct Owner { «Heads→Bucket» {|#0:_heads|}; } partial struct Bucket { [Contains(typeof(Foo), "Node")] ListHead _head; }""",
        """partial struct Owner { «Heads→Buckets» {|#0:_heads|}; } [InlineArray(2)] struct Buckets { Bucket _first; } partial struct Bucket { [Contains(typeof(Foo), "Node")] ListHead _head; }""",
    ];

    /// <summary>Gets inline arrays that cannot be tagged, and their fields.</summary>
    public static TheoryData<string, string> OtherArrays => new()
    {
        { "[InlineArray(2)] struct Grid { «Heads→int» {|#0:_first|}; }", "Grid._first" },
        { "[InlineArray(2)] struct Pinned { «PinnedListHead→object»? {|#0:_first|}; }", "Pinned._first" },
    };

    [Theory]
    [MemberData(nameof(Arrays))]
    public Task RejectsArrays(string twins) => VerifyTwinsAsync($"{twins} [InlineArray(4)] struct Heads {{ ListHead _first; }}", Message(twins.Contains("Outer", StringComparison.Ordinal) ? "Outer.Owner._heads" : "Owner._heads"));

    [Theory]
    [MemberData(nameof(OtherArrays))]
    public Task RejectsArraysThatCannotBeTagged(string twins, string field) => VerifyTwinsAsync(
        $"{twins} [InlineArray(4)] struct Heads {{ ListHead _first; }}",
        $"'{field}' is a list head that does not say what it contains: this inline array cannot be tagged; make it one of ListHead, or of structs with tagged heads");

    // The tag may be there, half typed or misspelt
    [Theory]
    [InlineData("[{|CS0246:{|CS0246:Contain|}|}] ListHead _head;")]
    [InlineData("[{|CS0246:{|CS0246:Contain|}|}(typeof(Foo), \"Node\")] ListHead _head;")]
    [InlineData("[{|CS1001:]|} ListHead _head;")]
    [InlineData("[Contains(typeof(Foo), \"Node\")] ListHead _head, {|CS1001:;|}")]
    [InlineData("ListHead {|CS1519:{|CS1519:;|}|}")]
    [InlineData("ListHead _head = {|CS1525:;|} Owner(int size) { }")]
    public Task LeavesWhatIsHalfTypedToTheCompiler(string head) => VerifyAcceptedAsync($$"""partial struct Owner { {{head}} }""");

    private static string Message(string head) =>
        $"'{head}' is a list head that does not say what it contains: tag it, as in [Contains(typeof(Element), nameof(Element.Node))]";
}
