using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Code that has nothing to do with intrusive lists: here, the generator's and the analyzers' own.
/// </summary>
public sealed class OrdinaryCodeTests
{
    private static readonly Assembly s_assembly = typeof(OrdinaryCodeTests).Assembly;

    private static readonly MetadataReference s_runtime = MetadataReference.CreateFromFile(typeof(ContainsAttribute).Assembly.Location);

    [Fact]
    public async Task RaisesNothing()
    {
        Compilation compilation = Compile(s_runtime);

        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Empty(await Compiler.AnalyzeAsync(compilation, Compiler.Analyzers));
    }

    [Fact]
    public async Task IsNotLookedAtWithoutTheRuntime()
    {
        CompilationWithAnalyzers compilation = Compile().WithAnalyzers(Compiler.Analyzers);
        await compilation.GetAnalyzerDiagnosticsAsync();
        foreach (DiagnosticAnalyzer analyzer in Compiler.Analyzers.Where(analyzer => analyzer is not DiagnosticSuppressor))
        {
            AnalyzerTelemetryInfo telemetry = await compilation.GetAnalyzerTelemetryInfoAsync(analyzer, default);
            Assert.Equal((analyzer.GetType().Name, 1, 0), (analyzer.GetType().Name, telemetry.CompilationStartActionsCount, OtherActions(telemetry)));
        }
    }

    [Fact]
    public async Task IsLookedAtWithTheRuntime()
    {
        CompilationWithAnalyzers compilation = Compile(s_runtime).WithAnalyzers(Compiler.Analyzers);
        await compilation.GetAnalyzerDiagnosticsAsync();
        foreach (DiagnosticAnalyzer analyzer in Compiler.Analyzers.Where(analyzer => analyzer is not DiagnosticSuppressor))
        {
            Assert.NotEqual(0, OtherActions(await compilation.GetAnalyzerTelemetryInfoAsync(analyzer, default)));
        }
    }

    [Theory]
    [InlineData("class C { void M() { } }", false)]
    [InlineData("using IntrusiveLists; class C { void M() { } }", true)]
    [InlineData("class C { void M(IntrusiveLists.ListNode node) { } }", true)]
    [InlineData("namespace IntrusiveLists.Extras { class C { void M() { } } }", true)]
    public async Task IsLookedAtWhereAFileNamesTheRuntime(string source, bool expected) =>
        Assert.Equal(expected, await IsLookedAtAsync(Small(source, s_runtime)));

    [Theory]
    [InlineData("public static class Elements { public static IntrusiveLists.Ptr<int> First => default; }", true)]
    [InlineData("public static class Elements { public static int First => 1; }", false)]
    public async Task IsLookedAtWhereAnotherAssemblyUsesTheRuntime(string library, bool expected)
    {
        using var stream = new MemoryStream();
        Assert.True(Small(library, s_runtime).Emit(stream).Success);
        Compilation compilation = Small("class C { void M() { var first = Elements.First; } }", s_runtime, MetadataReference.CreateFromImage(stream.ToArray()));
        Assert.Equal(expected, await IsLookedAtAsync(compilation));
    }

    private static CSharpCompilation Small(string source, params IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create("Small", [CSharpSyntaxTree.ParseText(source, Compiler.ParseOptions)], references.Concat(Platform()), Compiler.Options);

    private static async Task<bool> IsLookedAtAsync(Compilation compilation)
    {
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers(Compiler.Analyzers);
        await analyzed.GetAnalyzerDiagnosticsAsync();
        int actions = 0;
        foreach (DiagnosticAnalyzer analyzer in Compiler.Analyzers.Where(analyzer => analyzer is not DiagnosticSuppressor))
        {
            actions += OtherActions(await analyzed.GetAnalyzerTelemetryInfoAsync(analyzer, default));
        }

        return actions > 0;
    }

    private static int OtherActions(AnalyzerTelemetryInfo telemetry) => typeof(AnalyzerTelemetryInfo).GetProperties()
        .Where(property => property.Name.EndsWith("ActionsCount", StringComparison.Ordinal) && property.Name != nameof(AnalyzerTelemetryInfo.CompilationStartActionsCount))
        .Sum(property => (int)property.GetValue(telemetry)!);

    private static CSharpCompilation Compile(params IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        "Ordinary",
        Sources().Select(source => CSharpSyntaxTree.ParseText(source, Compiler.ParseOptions)),
        references.Concat(Platform()),
        Compiler.Options);

    // What this process runs on: the compiler that the analyzers use needs no less.
    private static IEnumerable<MetadataReference> Platform() =>
        from path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        let name = Path.GetFileName(path)
        where name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "Microsoft.CodeAnalysis.dll" or "Microsoft.CodeAnalysis.CSharp.dll"
        select MetadataReference.CreateFromFile(path);

    private static ImmutableArray<string> Sources()
    {
        string[] names = [.. s_assembly.GetManifestResourceNames().Where(name => name.StartsWith("OrdinaryCode/", StringComparison.Ordinal))];
        Assert.True(names.Length > 60);
        return [.. names.Select(Read)];
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(s_assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
