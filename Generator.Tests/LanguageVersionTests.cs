using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// Programs in old versions of C#: what is generated compiles, or the element is rejected.
/// </summary>
public sealed class LanguageVersionTests
{
    /// <summary>Gets elements, and the generic type for which C# 7.3 does not know them as unmanaged.</summary>
    public static TheoryData<string, string, string> GenericElements => new()
    {
        { "partial struct Element<T> where T : unmanaged { public T Value; public ListNode Node; }", "Element<>", "Element<T>" },
        { "struct Element<T> where T : unmanaged { public T Value; public ListNode Node; }", "Element<int>", "Element<int>" },
        { "partial class Outer<T> { public partial struct Element { public ListNode Node; } }", "Outer<>.Element", "Outer<T>.Element" },
        { "partial struct Element { private int? _value; public ListNode Node; }", "Element", "int?" },
        { "partial struct Element { private (int, long) _value; public ListNode Node; }", "Element", "(int, long)" },
        { "struct Inner { private Ptr<ListNode> _value; } partial struct Element { private Inner _inner; public ListNode Node; }", "Element", "Ptr<ListNode>" },
    };

    /// <summary>Gets the same without the type arguments, and what is generic and yet no part of the element.</summary>
    public static TheoryData<string> OtherElements =>
    [
        "partial struct Element { public int Value; public ListNode Node; }",
        "struct Element { public int Value; public ListNode Node; }",
        "partial class Outer { public partial struct Inner { public ListNode Node; } } partial struct Element { private Outer.Inner _inner; public ListNode Node; }",
        "partial struct Element { private static int? s_value; public static (int, long) Value => default; public ListNode Node; }",
        "partial struct Element { private System.Collections.Generic.Dictionary<int, int>.Enumerator Enumerate() => default; public ListNode Node; }",
        "class Generic<T> { public enum Kind { } } partial struct Element { private Generic<int>.Kind _kind; public ListNode Node; }",
        "struct Generic<T> { } partial struct Element { public ListNode Node; private System.IntPtr _handle; private System.DateTime _time; }",
    ];

    /// <summary>Gets owners of all sorts, which may well be generic.</summary>
    public static TheoryData<string> Owners =>
    [
        "partial struct Owner<T> where T : unmanaged { private T _value; [Contains(typeof(Element), \"Node\")] private ListHead _head; }",
        "partial struct Owner<T> { private ListLock _lock; [Contains(typeof(Element), \"Node\")] private ListHead _head; }",
        "partial struct Owner { private Ptr<Element> _current; private (int, int) _size; [Contains(typeof(Element), \"Node\")] private ListHead _head; }",
        "partial class Outer<T> { private partial struct Owner { private System.Threading.SpinLock _spin; [Contains(typeof(Element), \"Node\")] private ListHead _head; } }",
        "partial class Owner<T> { private readonly object _lock = new object(); [Contains(typeof(Element), \"Node\", Lock = nameof(_lock))] private readonly PinnedListHead _head = new PinnedListHead(); }",
    ];

    [Theory]
    [MemberData(nameof(GenericElements))]
    public async Task RejectsGenericElementsBefore8(string declaration, string element, string generic)
    {
        string source = SourceOf(declaration, element);
        string reason = $"C# 7.3 has no unmanaged types with type arguments, as '{generic}' has; let the project set LangVersion to 8 or later";
        Assert.Equal([$"'{element}' cannot be an element of 'Owner<T>._head': {reason}"], await MessagesOfAsync(source, LanguageVersion.CSharp7_3));
        Assert.Empty(await MessagesOfAsync(source, LanguageVersion.CSharp8));
    }

    [Theory]
    [MemberData(nameof(OtherElements))]
    public async Task AcceptsOtherElements(string declaration) => Assert.Empty(await MessagesOfAsync(SourceOf(declaration, "Element"), LanguageVersion.CSharp7_3));

    [Theory]
    [MemberData(nameof(Owners))]
    public async Task AcceptsOwnersOfAllSorts(string declaration) =>
        Assert.Empty(await MessagesOfAsync($"using IntrusiveLists; partial struct Element {{ public ListNode Node; }} {declaration}", LanguageVersion.CSharp7_3));

    [Fact]
    public async Task RejectsAllElementsBefore7_2()
    {
        string source = SourceOf("partial struct Element { public ListNode Node; }", "Element");
        string reason = "C# 7.1 has no readonly structs, which links are; let the project set LangVersion to 7.3 or later";
        Assert.Equal([$"'Element' cannot be an element of 'Owner<T>._head': {reason}"], await MessagesOfAsync(source, LanguageVersion.CSharp7_1));
        Assert.Empty(await MessagesOfAsync(source, LanguageVersion.CSharp7_2));
    }

    // The links near a wrong tag would not compile either
    [Theory]
    [InlineData("typeof(Element<int>), \"Nod\"", "'Element<int>' cannot be an element of")]
    [InlineData("typeof(Plain), nameof(Element<int>.Other)", "'Plain' has no member 'Other'")]
    public async Task GeneratesNoLinksNearAWrongTag(string tag, string message)
    {
        string source = $$"""
            using IntrusiveLists;
            partial struct Plain { public ListNode Node; }
            partial struct Element<T> where T : unmanaged { public ListNode Other; }
            partial class Owner { [Contains({{tag}})] private readonly PinnedListHead _head = new PinnedListHead(); }
            """;
        Assert.StartsWith(message, Assert.Single(await MessagesOfAsync(source, LanguageVersion.CSharp7_3)));
    }

    private static string SourceOf(string declaration, string element) => $$"""
        using IntrusiveLists;
        {{declaration}}
        partial class Owner<T> where T : {{(declaration.Contains("unmanaged", System.StringComparison.Ordinal) ? "unmanaged" : "new()")}}
        {
            [Contains(typeof({{element}}), "Node")] private readonly PinnedListHead _head = new PinnedListHead();
        }
        """;

    private static async Task<string[]> MessagesOfAsync(string source, LanguageVersion version)
    {
        InProcessBuild build = await InProcessBuild.RunAsync(Sources.Compile("Test", version, Sources.References, source));
        return [.. build.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id is not ("CS0169" or "CS0649")).Select(diagnostic => diagnostic.GetMessage())];
    }
}
