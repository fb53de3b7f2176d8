using System.Threading.Tasks;
using IntrusiveLists.CodeFixes;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class AddNodeFixTests : FixTests<AddNodeFix>
{
    public static TheoryData<string, string> Fixes => new()
    {
        { "struct Element { }", "struct Element { public ListNode Ready; }" },
        { "struct Element { public int Value; }", "struct Element { public int Value; public ListNode Ready; }" },
        { "struct Element { public int Value; public void M() { } }", "struct Element { public int Value; public ListNode Ready; public void M() { } }" },
        { "partial record struct Element(int Value) { }", "partial record struct Element(int Value) { public ListNode Ready; }" },
        {
            """
            struct Element
            {
            }
            """,
            """
            struct Element
            {
                public ListNode Ready;
            }
            """
        },
        {
            """
            struct Element
            {
              public int Value; // the value

              public int Twice => 2 * Value;
            }
            """,
            """
            struct Element
            {
              public int Value;
              public ListNode Ready; // the value

              public int Twice => 2 * Value;
            }
            """
        },
        {
            """
            // file
            namespace Mine
            {
                internal partial struct Other
                {
                }
            }

            partial struct Element
            {
                public void M()
                {
                }
            }
            """,
            """
            // file
            namespace Mine
            {
                internal partial struct Other
                {
                }
            }

            partial struct Element
            {
                public ListNode Ready;
                public void M()
                {
                }
            }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task Mends(string before, string after) => VerifyFixAsync(
        "partial struct Owner { [Contains(typeof(Element), {|ILIST004:\"Ready\"|})] ListHead _head; }\n" + before,
        "partial struct Owner { [Contains(typeof(Element), \"Ready\")] ListHead _head; }\n" + after);

    [Fact]
    public Task AddsOneNodeForTwoTagsAndTwoForTwoNames() => VerifyFixAsync(
        """
        partial struct Owner { [Contains(typeof(Element), {|ILIST004:"Ready"|})] ListHead _first, _second; [Contains(typeof(Element), {|ILIST004:nameof(Bar.Link)|})] ListHead _third; }
        struct Element { public int Value; }
        """,
        """
        partial struct Owner { [Contains(typeof(Element), "Ready")] ListHead _first, _second; [Contains(typeof(Element), nameof(Bar.Link))] ListHead _third; }
        struct Element { public int Value; public ListNode Ready; public ListNode Link; }
        """);

    [Fact]
    public Task AddsKeywordsEscapedAndTypesQualified() => VerifyFixAsync(
        """
        partial struct Owner { [Contains(typeof(Elsewhere.Element), {|ILIST004:"class"|})] ListHead _head; }
        namespace Elsewhere { struct ListNode { } struct Element { } }
        """,
        """
        partial struct Owner { [Contains(typeof(Elsewhere.Element), "class")] ListHead _head; }
        namespace Elsewhere { struct ListNode { } struct Element { public IntrusiveLists.ListNode @class; } }
        """);

    [Fact]
    public Task NamesNodeAndElement() => VerifyFixAsync(
        "partial struct Owner { [Contains(typeof(Element), {|ILIST004:\"Ready\"|})] ListHead _head; } struct Element { }",
        "partial struct Owner { [Contains(typeof(Element), \"Ready\")] ListHead _head; } struct Element { public ListNode Ready; }",
        "Add the node 'Ready' to 'Element'");

    [Theory]
    [InlineData("partial struct Owner { [Contains(typeof(Element), {|ILIST004:\"\"|})] ListHead _head; } struct Element { }")]
    [InlineData("partial struct Owner { [Contains(typeof(Element), {|ILIST004:\"one two\"|})] ListHead _head; } struct Element { }")]
    [InlineData("partial struct Owner { [Contains(typeof(Element), {|ILIST004:\"Element\"|})] ListHead _head; } struct Element { }")]
    [InlineData("partial struct Owner { [Contains(typeof(Element), {|ILIST004:\"Ready\"|})] ListHead _head; } [StructLayout(LayoutKind.Explicit)] struct Element { }")]
    [InlineData("partial struct Owner { [Contains(typeof(Element), {|ILIST004:\"Ready\"|})] ListHead _head; } readonly struct Element { }")]
    [InlineData("partial struct Owner { [Contains(typeof(Element), {|ILIST004:\"Ready\"|})] ListHead _head; } record struct Element(int Value);")]
    [InlineData("partial struct Owner { [Contains(typeof(Guid), {|ILIST004:\"Ready\"|})] ListHead _head; }")]
    public Task OffersNothingThatDoesNotCompile(string source) => VerifyNoFixAsync(source);
}
