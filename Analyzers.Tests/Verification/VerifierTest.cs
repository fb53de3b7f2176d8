using System;
using System.Collections.Generic;
using IntrusiveLists.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// One compilation as in a build: the generator and all analyzers together.
/// </summary>
internal sealed class VerifierTest : CSharpAnalyzerTest<DeclarationAnalyzer, DefaultVerifier>
{
    // Nothing to restore: the references are at hand.
    private static readonly ReferenceAssemblies NoPackages = new("net8.0");

    public VerifierTest(TestSource source, IEnumerable<MetadataReference> references)
    {
        ReferenceAssemblies = NoPackages;
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck | TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
        TestState.DocumentationMode = DocumentationMode.Parse;
        TestState.AdditionalReferences.AddRange(Compiler.References);
        TestState.AdditionalReferences.AddRange(references);
        foreach (string file in source.Files)
        {
            TestState.Sources.Add(file);
        }
    }

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(ListGenerator)];

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => Compiler.Analyzers;

    protected override ParseOptions CreateParseOptions() => Compiler.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => Compiler.Options;
}
