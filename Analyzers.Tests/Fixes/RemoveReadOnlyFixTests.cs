using System.Threading.Tasks;
using IntrusiveLists.CodeFixes;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class RemoveReadOnlyFixTests : FixTests<RemoveReadOnlyFix>
{
    private const string Tag = """[Contains(typeof(Foo), "Node")]""";

    public static TheoryData<string, string> Fixes => new()
    {
        { "struct Element { public readonly ListNode {|ILIST009:Node|}; }", "struct Element { public ListNode Node; }" },
        { "struct Element { readonly public ListNode {|ILIST009:Node|}; }", "struct Element { public ListNode Node; }" },
        { "struct Element { public readonly /* two */ ListNode {|ILIST009:First|}, {|ILIST009:Second|}; }", "struct Element { public /* two */ ListNode First, Second; }" },
        { $"partial struct Owner {{ {Tag} readonly ListHead {{|ILIST009:_head|}}; }}", $"partial struct Owner {{ {Tag} ListHead _head; }}" },
        { $"partial class Owner {{ {Tag} [FixedAddressValueType] static readonly ListHead {{|ILIST009:s_head|}}; }}", $"partial class Owner {{ {Tag} [FixedAddressValueType] static ListHead s_head; }}" },
        { $"ref partial struct Owner {{ {Tag} ref readonly ListHead {{|ILIST009:_head|}}; }}", $"ref partial struct Owner {{ {Tag} ref ListHead _head; }}" },
        { $"ref partial struct Owner {{ {Tag} readonly ref readonly ListHead {{|ILIST009:_head|}}; }}", $"ref partial struct Owner {{ {Tag} readonly ref ListHead _head; }}" },
        { "class Owner { readonly ListLock {|ILIST009:_lock|}; }", "class Owner { ListLock _lock; }" },
        { $"partial struct Owner {{ readonly SpinLock {{|ILIST009:_lock|}}; {Tag} ListHead _head; }}", $"partial struct Owner {{ SpinLock _lock; {Tag} ListHead _head; }}" },
        { $"partial struct Owner {{ {Tag} readonly Heads {{|ILIST009:_heads|}}; }} [InlineArray(4)] struct Heads {{ ListHead _first; }}", $"partial struct Owner {{ {Tag} Heads _heads; }} [InlineArray(4)] struct Heads {{ ListHead _first; }}" },
        {
            """
            struct First { public readonly ListNode {|ILIST009:Node|}; }
            // file
            record struct Second { public readonly ListNode {|ILIST009:Node|}; readonly ListNode {|ILIST009:_other|}; }
            """,
            """
            struct First { public ListNode Node; }
            // file
            record struct Second { public ListNode Node; ListNode _other; }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task Mends(string before, string after) => VerifyFixAsync(before, after);

    [Fact]
    public Task NamesTheField() => VerifyFixAsync("struct Element { readonly ListNode {|ILIST009:_node|}; }", "struct Element { ListNode _node; }", "Remove 'readonly' from 'Element._node'");

    // All fields of such a struct are
    [Theory]
    [InlineData("readonly struct Element { public readonly ListNode {|ILIST009:Node|}; }")]
    [InlineData("readonly partial struct Owner { [Contains(typeof(Foo), \"Node\")] readonly ListHead {|ILIST009:_head|}; }")]
    public Task OffersNothingThatDoesNotCompile(string source) => VerifyNoFixAsync(source);
}
