using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Basic.Reference.Assemblies;
using IntrusiveLists.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Rules.Tests;

/// <summary>
/// Compiles the code of a page as a program with the package would be: first the generator, then all analyzers.
/// </summary>
internal static class Snippet
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using System.Threading;
        using IntrusiveLists;

        """;

    // A page omits the usings, so not all of them are needed by each. One rule is off by default.
    private static readonly CSharpCompilationOptions Options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithNullableContextOptions(NullableContextOptions.Enable)
        .WithAllowUnsafe(true)
        .WithSpecificDiagnosticOptions([new("CS8019", ReportDiagnostic.Suppress), new("ILIST304", ReportDiagnostic.Info)]);

    /// <summary>Returns what the compiler prints for code, suppressed diagnostics apart: <c>error ILIST001: …</c>.</summary>
    public static async Task<IReadOnlyList<string>> Compile(string code, bool generate = true) => [.. (await Diagnose(code, generate)).Select(Print)];

    /// <summary>Returns what the compiler and the analyzers say of code, in order of the identifiers.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Diagnose(string code, bool generate = true)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(Usings + code);
        IEnumerable<MetadataReference> references = [.. Net80.References.All, MetadataReference.CreateFromFile(typeof(ListHead).Assembly.Location)];
        Compilation compilation = CSharpCompilation.Create("Snippet", [tree], references, Options);

        IIncrementalGenerator[] generators = generate ? [new ListGenerator()] : [];
        CSharpGeneratorDriver.Create(generators)
            .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out ImmutableArray<Diagnostic> ofGenerator);

        ImmutableArray<Diagnostic> all = await compilation.WithAnalyzers(Verifier.Analyzers).GetAllDiagnosticsAsync();
        return [.. ofGenerator.Concat(all).OrderBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    private static string Print(Diagnostic diagnostic) =>
        $"{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
}
