using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// Assemblies with an <c>extern alias</c>: what has no other name is reported, since generated code has no aliases.
/// </summary>
public sealed class ExternAliasTests
{
    private static readonly MetadataReference s_runtime = Sources.References.Last();

    private static readonly MetadataReference s_library = Sources.Library("Library", EditedProgram.Library);

    public static TheoryData<string, string[]> Runtimes => new()
    {
        { "Lists", ["ILIST007"] },
        { "Lists,global", [] },
    };

    [Theory]
    [MemberData(nameof(Runtimes))]
    public async Task NeedsTheRuntimeInTheGlobalNamespace(string aliases, string[] reported)
    {
        const string Source = """
            extern alias Lists;
            using Lists::IntrusiveLists;
            public partial struct Element { public ListNode Node; }
            public partial struct Owner { public ListLock Lock; [Contains(typeof(Element), nameof(Element.Node))] private ListHead _head; }
            """;
        IEnumerable<MetadataReference> references = Sources.References.Remove(s_runtime).Add(s_runtime.WithAliases(aliases.Split(',')));
        Assert.Equal(reported, await IdentifiersOfAsync(Source, references));
    }

    // Which of the two references the compiler tells of is its own affair
    [Fact]
    public async Task OneReferenceWithoutAliasIsEnough()
    {
        const string Source = """
            extern alias Other;
            using IntrusiveLists;
            public partial struct Owner { [Contains(typeof(Other::Remote), "Node")] private ListHead _head; public bool IsEmpty => Head.IsEmpty; }
            """;
        MetadataReference aliased = s_library.WithAliases(["Other"]);
        Assert.Empty(await IdentifiersOfAsync(Source, [.. Sources.References, s_library, aliased]));
        Assert.Empty(await IdentifiersOfAsync(Source, [.. Sources.References, aliased, s_library]));
        Assert.Contains("ILIST007", await IdentifiersOfAsync(Source, [.. Sources.References, aliased]));
    }

    // A friend has the link already, under a name that cannot be written
    [Fact]
    public async Task LinksBehindAnAliasAreNotUsed()
    {
        const string Owner = """public partial struct Owner { [IntrusiveLists.Contains(typeof(Remote), "Node")] private IntrusiveLists.ListHead _head; public bool IsEmpty => Head.IsEmpty; }""";
        MetadataReference friend = Sources.Library("Friend", """[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Test")] """ + Owner, s_library);
        Assert.Empty(await IdentifiersOfAsync(Owner, [.. Sources.References, s_library, friend.WithAliases(["Other"])]));
        Assert.Empty(await IdentifiersOfAsync(Owner.Replace("Owner", "Third"), [.. Sources.References, s_library, friend]));
    }

    private static async Task<string[]> IdentifiersOfAsync(string source, IEnumerable<MetadataReference> references)
    {
        InProcessBuild build = await InProcessBuild.RunAsync(Sources.Compile("Test", LanguageVersion.Latest, references, source));
        return [.. build.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id is not ("CS0169" or "CS0649")).Select(diagnostic => diagnostic.Id).Distinct()];
    }
}
