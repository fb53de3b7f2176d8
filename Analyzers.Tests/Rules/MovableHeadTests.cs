using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class MovableHeadTests() : RuleTests("ILIST103")
{
    private const string Tag = """[Contains(typeof(Foo), "Node")]""";

    public static TheoryData<string, string, string> Twins => new()
    {
        { $"partial «class→struct» Owner {{ {Tag} ListHead {{|#0:_head|}}; }}", "Owner._head", "'Owner' is a class" },
        { $"partial class Owner {{ {Tag} «ListHead→PinnedListHead?» {{|#0:_head|}}; }}", "Owner._head", "'Owner' is a class" },
        { $"partial class Owner {{ {Tag} readonly «ListHead→PinnedListHead?» {{|#0:_head|}}; }}", "Owner._head", "'Owner' is a class" },
        { $"partial record «class→struct» Owner(int Size) {{ {Tag} ListHead {{|#0:_head|}}; }}", "Owner._head", "'Owner' is a class" },
        { $"partial class Outer<T> {{ partial «class→struct» Owner {{ {Tag} global::IntrusiveLists.ListHead {{|#0:@class|}}; }} }}", "Outer<T>.Owner.@class", "'Outer<T>.Owner' is a class" },
        { $"partial struct Owner {{ {Tag} «→[FixedAddressValueType]» static ListHead {{|#0:s_head|}}; }}", "Owner.s_head", "it is static and not marked [FixedAddressValueType]" },
        { $"static partial class Owner {{ {Tag} «[ThreadStatic]→[FixedAddressValueType]» static ListHead {{|#0:s_head|}}; }}", "Owner.s_head", "it is static and not marked [FixedAddressValueType]" },
        { $"static partial class Owner {{ {Tag} static «ListHead→PinnedListHead?» {{|#0:s_head|}}; }}", "Owner.s_head", "it is static and not marked [FixedAddressValueType]" },
        { $"partial interface IOwner {{ {Tag} «→[FixedAddressValueType]» static ListHead {{|#0:Head|}}; }}", "IOwner.Head", "it is static and not marked [FixedAddressValueType]" },
        { $"partial class Owner {{ {Tag} static readonly «ListHead→PinnedListHead?» {{|#0:s_head|}}; }}", "Owner.s_head", "it is static and not marked [FixedAddressValueType]" },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string head, string reason) => VerifyTwinsAsync(twins, Message(head, reason));

    // The list is there all the same: its absence would be an error of the compiler in every place that uses it.
    [Fact]
    public Task RejectsEveryDeclarator() => VerifyRejectedAsync(
        $$"""
        partial class Owner { {{Tag}} ListHead {|#0:_first|}, {|#1:_second|}; bool IsEmpty => First.IsEmpty && Second.IsEmpty; }
        """,
        Message("Owner._first", "'Owner' is a class"),
        Message("Owner._second", "'Owner' is a class"));

    private static string Message(string head, string reason) => $"The garbage collector can move '{head}' away from under its elements: {reason}; use a PinnedListHead";
}
