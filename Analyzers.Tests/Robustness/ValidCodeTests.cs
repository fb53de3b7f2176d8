using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using IntrusiveLists.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Programs as people write them: neither the compiler nor a rule has anything to say, about the generated code included.
/// </summary>
public sealed class ValidCodeTests
{
    private static readonly Assembly s_assembly = typeof(ValidCodeTests).Assembly;
    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.Latest);

    public static TheoryData<string> Files => new(s_assembly.GetManifestResourceNames().Where(name => name.StartsWith("ValidCode", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task RaisesNothing(string file)
    {
        using var reader = new StreamReader(s_assembly.GetManifestResourceStream(file)!);
        var compilation = CSharpCompilation.Create(
            "Valid",
            [CSharpSyntaxTree.ParseText(await reader.ReadToEndAsync(), s_parseOptions, file)],
            Compiler.References,
            Compiler.Options);
        Compilation generated = Generate(compilation);
        Assert.NotEqual(compilation.SyntaxTrees.Length, generated.SyntaxTrees.Count());
        ImmutableArray<Diagnostic> diagnostics = await generated.WithAnalyzers(Compiler.Analyzers).GetAllDiagnosticsAsync();
        Assert.Empty(diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden));
    }

    private static Compilation Generate(CSharpCompilation compilation)
    {
        CSharpGeneratorDriver.Create([new ListGenerator().AsSourceGenerator()], parseOptions: s_parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out ImmutableArray<Diagnostic> problems);
        Assert.Empty(problems);
        return generated;
    }
}
