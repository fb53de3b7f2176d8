using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// One compilation as in a build: all analyzers, over what a program consists of and what the generator has made of it.
/// </summary>
internal sealed class VerifierTest : CSharpAnalyzerTest<DeclarationAnalyzer, DefaultVerifier>
{
    // Nothing to restore: the references are at hand.
    private static readonly ReferenceAssemblies NoPackages = new("net8.0");

    /// <param name="source">The program, with markup.</param>
    /// <param name="generated">The program with what the generator made. The library would run the generator twice, which takes most of the time of a test.</param>
    /// <param name="references">The other assembly.</param>
    public VerifierTest(TestSource source, Compilation generated, IEnumerable<MetadataReference> references)
    {
        ReferenceAssemblies = NoPackages;
        TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
        TestState.DocumentationMode = DocumentationMode.Parse;
        TestState.AdditionalReferences.AddRange(Compiler.References);
        TestState.AdditionalReferences.AddRange(references);
        foreach (string file in source.Files)
        {
            TestState.Sources.Add(file);
        }

        foreach (SyntaxTree made in generated.SyntaxTrees.Skip(source.Files.Length))
        {
            TestState.Sources.Add((made.FilePath, made.GetText()));
        }
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => Compiler.Analyzers;

    protected override ParseOptions CreateParseOptions() => Compiler.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => Compiler.Options;
}
