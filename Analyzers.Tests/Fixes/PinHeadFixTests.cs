using System.Threading.Tasks;
using IntrusiveLists.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class PinHeadFixTests : FixTests<PinHeadFix>
{
    private const string Tag = """[Contains(typeof(Foo), "Node")]""";

    public static TheoryData<string, string> Fixes => new()
    {
        { $"{Tag} ListHead {{|ILIST103:_head|}};", $"{Tag} readonly PinnedListHead _head = new();" },
        { $"{Tag} private ListHead {{|ILIST103:_head|}}; /* ready */", $"{Tag} private readonly PinnedListHead _head = new(); /* ready */" },
        { $"{Tag} readonly ListHead {{|ILIST103:_head|}};", $"{Tag} readonly PinnedListHead _head = new();" },
        { $"{Tag} ListHead {{|ILIST103:_first|}}, {{|ILIST103:_second|}};", $"{Tag} readonly PinnedListHead _first = new(), _second = new();" },
        { $"{Tag} ListHead {{|ILIST103:_head|}} = default;", $"{Tag} readonly PinnedListHead _head = new();" },
        { $"{Tag} static ListHead {{|ILIST103:s_head|}};", $"{Tag} static readonly PinnedListHead s_head = new();" },
        { $"{Tag} protected internal static ListHead {{|ILIST103:s_head|}} = new ListHead();", $"{Tag} protected internal static readonly PinnedListHead s_head = new();" },
        { $"{Tag} global::IntrusiveLists.ListHead {{|ILIST103:@class|}};", $"{Tag} readonly PinnedListHead @class = new();" },
        { $"{Tag} ListHead {{|ILIST103:_head|}}; bool IsEmpty => _head.IsEmpty;", $"{Tag} readonly PinnedListHead _head = new(); bool IsEmpty => _head.IsEmpty;" },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task Mends(string before, string after) => VerifyFixAsync($"partial class Owner {{ {before} }}", $"partial class Owner {{ {after} }}");

    [Theory]
    [InlineData("partial struct Owner { static ListHead {|ILIST103:{|ILIST001:s_head|}|}; }", "partial struct Owner { static readonly PinnedListHead {|ILIST001:s_head|} = new(); }")]
    [InlineData("partial interface IOwner { static ListHead {|ILIST103:{|ILIST001:Head|}|}; }", "partial interface IOwner { static readonly PinnedListHead {|ILIST001:Head|} = new(); }")]
    [InlineData("partial record Owner(int Size) { public ListHead {|ILIST103:{|ILIST001:Head|}|}; }", "partial record Owner(int Size) { public readonly PinnedListHead {|ILIST001:Head|} = new(); }")]
    [InlineData("using Start = IntrusiveLists.ListHead; partial class Owner<T> { Start {|ILIST103:{|ILIST001:_head|}|}; }", "using Start = IntrusiveLists.ListHead; partial class Owner<T> { readonly PinnedListHead {|ILIST001:_head|} = new(); }")]
    public Task MendsHeadsOfAllOwners(string before, string after) => VerifyFixAsync(before, after);

    [Fact]
    public Task NamesTheHead() =>
        VerifyFixAsync($"partial class Owner {{ {Tag} ListHead {{|ILIST103:_head|}}; }}", $"partial class Owner {{ {Tag} readonly PinnedListHead _head = new(); }}", "Make 'Owner._head' a PinnedListHead");

    [Fact]
    public Task MendsManyAtOnce() => VerifyFixAsync(
        $$"""
        partial class First { {{Tag}} ListHead {|ILIST103:_head|}; {{Tag}} ListHead {|ILIST103:_other|}; }
        // file
        partial class Second { {{Tag}} static ListHead {|ILIST103:s_head|}; }
        """,
        $$"""
        partial class First { {{Tag}} readonly PinnedListHead _head = new(); {{Tag}} readonly PinnedListHead _other = new(); }
        // file
        partial class Second { {{Tag}} static readonly PinnedListHead s_head = new(); }
        """);

    [Fact]
    public Task WritesTheTypeWhereTheLanguageIsOld() => VerifyFixAsync(
        "using IntrusiveLists; partial struct Foo { public ListNode Node; } partial class Owner { [Contains(typeof(Foo), nameof(Foo.Node))] ListHead {|ILIST103:_head|}; }",
        "using IntrusiveLists; partial struct Foo { public ListNode Node; } partial class Owner { [Contains(typeof(Foo), nameof(Foo.Node))] readonly PinnedListHead _head = new PinnedListHead(); }",
        version: LanguageVersion.CSharp8);

    [Theory]

    // Its initializer would run for one thread only
    [InlineData("partial class Owner { [Contains(typeof(Foo), \"Node\")] [ThreadStatic] static ListHead {|ILIST103:t_head|}; }")]

    // Uses that a PinnedListHead does not have
    [InlineData("partial class Owner { [Contains(typeof(Foo), \"Node\")] ListHead {|ILIST103:_head|}; void Reset() => {|ILIST105:_head|} = default; }")]
    [InlineData("partial class Owner { [Contains(typeof(Foo), \"Node\")] ListHead {|ILIST103:_head|}; ref ListHead Place => ref _head; }")]
    [InlineData("partial class Owner { [Contains(typeof(Foo), \"Node\")] public ListHead {|ILIST103:Head|}; }\n// file\nclass User { void M(Owner owner) => N(ref owner.Head); void N(ref ListHead head) { } }")]
    public Task OffersNothingThatDoesNotCompile(string source) => VerifyNoFixAsync(source);
}
