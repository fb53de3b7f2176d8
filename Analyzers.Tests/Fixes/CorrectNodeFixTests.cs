using System.Threading.Tasks;
using IntrusiveLists.CodeFixes;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class CorrectNodeFixTests : FixTests<CorrectNodeFix>
{
    public static TheoryData<string, string> Fixes => new()
    {
        { "{|ILIST004:\"Nod\"|}", "\"Node\"" },
        { "{|ILIST004:\"\"|}", "\"Node\"" },
        { "{|ILIST004:@\"Othr\"|}", "\"Other\"" },
        { "{|ILIST004:nameof(Bar.Link)|}", "nameof(Foo.Node)" },
        { "{|ILIST004:nameof(Others)|}", "nameof(Foo.Other)" },
        { "{|ILIST004:\"No\" + \"_\"|}", "nameof(Foo.Node)" },
        { "{|ILIST004:node: \"Nod\"|}", "node: \"Node\"" },
        { "{|ILIST005:\"Value\"|}", "\"Node\"" },
        { "{|ILIST005:nameof(Foo.Value)|}", "nameof(Foo.Node)" },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task Mends(string wrong, string right) => VerifyFixAsync(Owner(wrong), Owner(right));

    [Theory]
    [InlineData("{|ILIST005:nameof(Element.Shared)|}", "nameof(Element.@class)")]
    [InlineData("{|ILIST005:\"Property\"|}", "\"class\"")]
    [InlineData("{|ILIST004:\"Class\"|}", "\"class\"")]
    public Task MendsNamesThatAreKeywords(string wrong, string right)
    {
        string element = "// file\npartial struct Element { [FixedAddressValueType] public static ListNode Shared; public ListNode Property => default; public ListNode @class; }";
        return VerifyFixAsync(
            $$"""partial struct Owner { [Contains(typeof(Element), {{wrong}})] ListHead _head; }""" + "\n" + element,
            $$"""partial struct Owner { [Contains(typeof(Element), {{right}})] ListHead _head; }""" + "\n" + element);
    }

    [Fact]
    public Task MendsManyAtOnce() => VerifyFixAsync(
        """
        namespace Here
        {
            partial struct One { [Contains(typeof(There.Element), {|ILIST004:nameof(Bar.Link)|})] ListHead _first; [Contains(typeof(Foo), {|ILIST004:"Othr"|})] ListHead _second; }
        }
        // file
        namespace There
        {
            partial class Two<T> { [Contains(typeof(Element), {|ILIST004:"Nod"|})] readonly PinnedListHead _head = new(); }
            partial struct Element { public ListNode Node; }
        }
        """,
        """
        namespace Here
        {
            partial struct One { [Contains(typeof(There.Element), nameof(There.Element.Node))] ListHead _first; [Contains(typeof(Foo), "Other")] ListHead _second; }
        }
        // file
        namespace There
        {
            partial class Two<T> { [Contains(typeof(Element), "Node")] readonly PinnedListHead _head = new(); }
            partial struct Element { public ListNode Node; }
        }
        """);

    [Fact]
    public Task MendsTagsOfGenericElements() => VerifyFixAsync(
        """partial class Cache<T> { [Contains(typeof(Cache<>.Entry), {|ILIST004:nameof(Bar.Link)|})] readonly PinnedListHead _head = new(); public partial struct Entry { public ListNode Node; } }""",
        """partial class Cache<T> { [Contains(typeof(Cache<>.Entry), nameof(Entry.Node))] readonly PinnedListHead _head = new(); public partial struct Entry { public ListNode Node; } }""");

    [Fact]
    public Task NamesHeadAndNode() => VerifyFixAsync(Owner("{|ILIST004:\"Nod\"|}"), Owner("\"Node\""), "Link the elements of 'Owner._head' through 'Foo.Node'");

    [Theory]
    [InlineData("partial struct Owner { [Contains(typeof(Element), {|ILIST004:\"Node\"|})] ListHead _head; } struct Element { public int Value; }")]
    [InlineData("partial struct Owner { [Contains(typeof(Element), {|ILIST004:\"Nod\"|})] ListHead _head; } struct Element { private ListNode Node; }")]
    [InlineData("partial struct Owner { [Contains(typeof(Element), {|ILIST005:\"Node\"|})] ListHead _head; } struct Element { public ListNode Node => default; }")]
    public Task OffersNothingWithoutASoundNode(string source) => VerifyNoFixAsync(source);

    private static string Owner(string node) => $$"""partial struct Owner { const string Others = ""; [Contains(typeof(Foo), {{node}})] ListHead _head; }""";
}
