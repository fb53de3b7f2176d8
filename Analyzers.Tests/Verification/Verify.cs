using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Checks what is reported for a source.
/// </summary>
internal static class Verify
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> DeclarationAnalyzers = [new DeclarationAnalyzer()];

    /// <summary>Checks that a source has the expected diagnostics and no other, before and after generation, and whichever way it refers to its library.</summary>
    public static async Task ReportsAsync(string text, CompilerDiagnostics compilerDiagnostics, params DiagnosticResult[] expected)
    {
        var source = new TestSource(text);
        MetadataReference[][] references = source.References();
        Compilation generated = Compiler.Generate(source.Compile(references[0]));
        var test = new VerifierTest(source, generated, references[0]) { CompilerDiagnostics = compilerDiagnostics };
        test.TestState.ExpectedDiagnostics.AddRange(expected);
        await test.RunAsync();

        // Where nothing is expected, that nothing is reported after generation has just been seen.
        bool isAccepted = expected.Length == 0 && !text.Contains("{|", StringComparison.Ordinal);
        string[] answer = isAccepted ? [] : await AnswerAsync(generated);
        foreach (MetadataReference[] way in references)
        {
            Assert.Equal(answer, await AnswerAsync(source.Compile(way)));
        }
    }

    private static async Task<string[]> AnswerAsync(Compilation compilation) =>
        (await Compiler.AnalyzeAsync(compilation, DeclarationAnalyzers)).Select(diagnostic => diagnostic.ToString()).ToArray();
}
