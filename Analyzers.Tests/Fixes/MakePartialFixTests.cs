using System.Threading.Tasks;
using IntrusiveLists.CodeFixes;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class MakePartialFixTests : FixTests<MakePartialFix>
{
    private const string Tag = """[Contains(typeof(Foo), "Node")]""";
    private const string ElementTag = """[Contains(typeof(Element), "Node")]""";

    public static TheoryData<string, string> Owners => new()
    {
        { $"struct {{|ILIST008:Owner|}} {{ {Tag} ListHead _head; }}", $"partial struct Owner {{ {Tag} ListHead _head; }}" },
        { $"public sealed class {{|ILIST008:Owner|}}<T> {{ {Tag} readonly PinnedListHead _head = new(); }}", $"public sealed partial class Owner<T> {{ {Tag} readonly PinnedListHead _head = new(); }}" },
        { $"record struct {{|ILIST008:Owner|}}(int Size) {{ {Tag} ListHead _head; }}", $"partial record struct Owner(int Size) {{ {Tag} ListHead _head; }}" },
        { $"ref struct {{|ILIST008:Owner|}} {{ {Tag} ListHead _head; }}", $"ref partial struct Owner {{ {Tag} ListHead _head; }}" },
        { $"interface {{|ILIST008:IOwner|}} {{ {Tag} static readonly PinnedListHead _head = new(); }}", $"partial interface IOwner {{ {Tag} static readonly PinnedListHead _head = new(); }}" },
        { $"[Serializable]\n/* one */ struct {{|ILIST008:Owner|}} {{ {Tag} ListHead _first, _second; }}", $"[Serializable]\n/* one */ partial struct Owner {{ {Tag} ListHead _first, _second; }}" },

        // All that need it at once
        {
            $"class {{|ILIST008:Outer|}} {{ interface {{|ILIST008:IMiddle|}} {{ struct {{|ILIST008:Owner|}} {{ {Tag} ListHead _head; }} }} }}",
            $"partial class Outer {{ partial interface IMiddle {{ partial struct Owner {{ {Tag} ListHead _head; }} }} }}"
        },
        {
            $"class {{|ILIST008:Outer|}} {{ struct {{|ILIST008:First|}} {{ {Tag} ListHead _head; }} struct {{|ILIST008:Second|}} {{ {Tag} ListHead _head; }} struct Third {{ }} }}",
            $"partial class Outer {{ partial struct First {{ {Tag} ListHead _head; }} partial struct Second {{ {Tag} ListHead _head; }} struct Third {{ }} }}"
        },

        // An element that only its owner can name
        {
            $"class {{|ILIST008:Outer|}} {{ {ElementTag} readonly PinnedListHead _head = new(); struct Element {{ public ListNode Node; }} }}",
            $"partial class Outer {{ {ElementTag} readonly PinnedListHead _head = new(); partial struct Element {{ public ListNode Node; }} }}"
        },
        {
            $"class {{|ILIST008:Outer|}} {{ {ElementTag} readonly PinnedListHead _head = new(); internal struct Element {{ public ListNode Node; }} }}",
            $"partial class Outer {{ {ElementTag} readonly PinnedListHead _head = new(); internal struct Element {{ public ListNode Node; }} }}"
        },
        {
            $"struct {{|ILIST008:First|}} {{ {Tag} ListHead _head; }}\n// file\nstruct {{|ILIST008:Second|}} {{ {Tag} ListHead _head; }}",
            $"partial struct First {{ {Tag} ListHead _head; }}\n// file\npartial struct Second {{ {Tag} ListHead _head; }}"
        },
    };

    public static TheoryData<string, string> Elements => new()
    {
        {
            """partial struct Owner { [Contains(typeof(Element), {|ILIST007:"Node"|})] ListHead _head; } struct Element { ListNode Node; }""",
            """partial struct Owner { [Contains(typeof(Element), "Node")] ListHead _head; } partial struct Element { ListNode Node; }"""
        },
        {
            """partial struct Owner { [Contains(typeof(Element), {|ILIST007:"Node"|})] ListHead _first, _second; } record struct Element(int Size) { ListNode Node; }""",
            """partial struct Owner { [Contains(typeof(Element), "Node")] ListHead _first, _second; } partial record struct Element(int Size) { ListNode Node; }"""
        },
        {
            """partial struct Owner { [Contains(typeof(Outer.Element), {|ILIST007:"Node"|})] ListHead _head; } class Outer { public struct Element { ListNode Node; } }""",
            """partial struct Owner { [Contains(typeof(Outer.Element), "Node")] ListHead _head; } partial class Outer { public partial struct Element { ListNode Node; } }"""
        },
        {
            """partial class Outer { partial struct Owner { [Contains(typeof({|ILIST007:Element|}), "Node")] ListHead _head; } private struct Element { public ListNode Node; } }""",
            """partial class Outer { partial struct Owner { [Contains(typeof(Element), "Node")] ListHead _head; } private partial struct Element { public ListNode Node; } }"""
        },
        {
            """
            partial struct First { [Contains(typeof(Element), {|ILIST007:"Node"|})] ListHead _head; }
            partial struct Second { [Contains(typeof(Element), {|ILIST007:"Node"|})] ListHead _head; }
            // file
            struct Element { ListNode Node; }
            """,
            """
            partial struct First { [Contains(typeof(Element), "Node")] ListHead _head; }
            partial struct Second { [Contains(typeof(Element), "Node")] ListHead _head; }
            // file
            partial struct Element { ListNode Node; }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Owners))]
    public Task MendsOwners(string before, string after) => VerifyFixAsync(before, after);

    [Theory]
    [MemberData(nameof(Elements))]
    public Task MendsElements(string before, string after) => VerifyFixAsync(before, after);

    [Fact]
    public Task NamesTheOwner() =>
        VerifyFixAsync($"struct {{|ILIST008:Owner|}} {{ {Tag} ListHead _head; }}", $"partial struct Owner {{ {Tag} ListHead _head; }}", "Make 'Owner' partial");

    [Fact]
    public Task SaysThatThereIsMore() => VerifyFixAsync(
        $"class {{|ILIST008:Outer|}} {{ struct {{|ILIST008:Owner|}} {{ {Tag} ListHead _head; }} }}",
        $"partial class Outer {{ partial struct Owner {{ {Tag} ListHead _head; }} }}",
        "Make 'Outer' and what else must be partial");

    [Theory]

    // Local to a file, which no other can add to
    [InlineData("file partial struct {|ILIST008:Owner|} { [Contains(typeof(Foo), \"Node\")] ListHead _head; }")]
    [InlineData("file struct {|ILIST008:Owner|} { [Contains(typeof(Foo), \"Node\")] ListHead _head; }")]
    [InlineData("partial struct Owner { [Contains(typeof({|ILIST007:Element|}), \"Node\")] ListHead _head; } file struct Element { public ListNode Node; }")]

    // Not unmanaged as defined, so that its link cannot be nested
    [InlineData("partial struct Owner { [Contains(typeof(Element<int>), {|ILIST007:\"Node\"|})] ListHead _head; } struct Element<T> { public T Value; ListNode Node; }")]
    public Task OffersNothingThatDoesNotHelp(string source) => VerifyNoFixAsync(source);
}
