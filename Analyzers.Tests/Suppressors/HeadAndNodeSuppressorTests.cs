using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class HeadAndNodeSuppressorTests
{
    private static readonly string[] HeadsAndNodes = ["ListHead", "ListNode", "global::IntrusiveLists.ListNode", "Start"];
    private static readonly string[] Others = ["int", "PinnedListHead?", "ListNode[]?", "Ptr<ListNode>", "Mine.ListNode", "Mine.Holder"];

    // The compiler really reports each of these, whatever the type
    private static readonly (string Id, string Source)[] Warnings =
    [
        ("CS0169", "partial class Owner { private FIELD _field; }"),
        ("CS0169", "partial struct Owner { private FIELD _field, _second; }"),
        ("CS0169", "partial record struct Owner(int Size) { private static FIELD _field; }"),
        ("CS0649", "partial struct Owner { internal FIELD _field; }"),
        ("CS0649", "partial class Owner { private FIELD _field; object? Read() => _field; }"),
        ("CS0414", "partial class Owner { private FIELD _field = default; }"),
        ("IDE0044", "partial struct Owner { private FIELD _field; }"),
        ("IDE0051", "partial struct Owner { private FIELD _field; }"),
    ];

    public static TheoryData<string, string, string> OnHeadsAndNodes => With(HeadsAndNodes);

    public static TheoryData<string, string, string> OnOthers => With(Others);

    [Theory]
    [MemberData(nameof(OnHeadsAndNodes))]
    public async Task SilencesHeadsAndNodes(string id, string source, string type) => Assert.True(await IsSuppressedAsync(id, source, type));

    [Theory]
    [MemberData(nameof(OnOthers))]
    public async Task LeavesOthers(string id, string source, string type) => Assert.False(await IsSuppressedAsync(id, source, type));

    [Theory]
    [InlineData("CS0169")]
    [InlineData("IDE0051")]
    public async Task LeavesReferencesToHeads(string id) => Assert.False(await IsSuppressedAsync(id, "ref partial struct Owner { private ref FIELD _field; }", "ListHead"));

    private static TheoryData<string, string, string> With(string[] types)
    {
        var rows = new TheoryData<string, string, string>();
        foreach ((string id, string source) in Warnings)
        {
            foreach (string type in types)
            {
                rows.Add(id, source, type);
            }
        }

        return rows;
    }

    /// <summary>Returns whether the warning on the field named <c>_field</c> is silenced; fails when there is none.</summary>
    private static async Task<bool> IsSuppressedAsync(string id, string source, string type)
    {
        const string Context = "namespace Mine { struct ListNode { int _value; } struct Holder { public IntrusiveLists.ListNode Node; } }";
        var text = new TestSource($"using Start = IntrusiveLists.ListHead; {source.Replace("FIELD", type)} {Context}");
        Compilation compilation = Compiler.Generate(text.Compile([]));
        ImmutableArray<Diagnostic> diagnostics = await Compiler.ReportAsync(compilation, [.. Compiler.Analyzers, new EditorAnalyzer()]);
        return diagnostics.Single(diagnostic => diagnostic.Id == id && NameAt(diagnostic.Location) == "_field").IsSuppressed;
    }

    private static string NameAt(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
