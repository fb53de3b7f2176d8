using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// The class that registers links is one for each assembly, and so is its name: a friend sees both.
/// </summary>
public sealed class RegistrationTests
{
    private const string Source = """
        using IntrusiveLists;
        public struct Plain { public ListNode Node; }
        public partial struct Owner { [Contains(typeof(Plain), nameof(Plain.Node))] private ListHead _plain; }
        """;

    [Theory]
    [InlineData("Program", "Registration_Program")]
    [InlineData("My.Program-2 (old)", "Registration_My_Program_2__old_")]
    [InlineData("3D", "Registration_3D")]
    public void IsNamedAfterItsAssembly(string assembly, string name)
    {
        var run = GeneratorRun.Of(Sources.Compile(assembly, LanguageVersion.Latest, Sources.References, Source));
        Assert.NotNull(run.Output.GetTypeByMetadataName($"IntrusiveLists.Links.{name}"));
        Assert.Empty(run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }
}
