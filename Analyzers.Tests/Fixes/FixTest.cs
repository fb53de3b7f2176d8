using System;
using System.Collections.Generic;
using IntrusiveLists.CodeFixes;
using IntrusiveLists.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// One fix in an editor: code with diagnostics, and what becomes of it, by one fix after the other and by all of them at once.
/// </summary>
internal sealed class FixTest<TFix> : CSharpCodeFixTest<DeclarationAnalyzer, TFix, DefaultVerifier>
    where TFix : RuleFix, new()
{
    private readonly LanguageVersion _version;

    public FixTest(string before, string after, LanguageVersion version)
    {
        _version = version;
        ReferenceAssemblies = new ReferenceAssemblies("net8.0");
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck | TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
        CompilerDiagnostics = CompilerDiagnostics.Errors;
        Fill(TestState, before);
        Fill(FixedState, after);
    }

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(ListGenerator)];

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => Compiler.Analyzers;

    protected override ParseOptions CreateParseOptions() => Compiler.ParseOptions.WithLanguageVersion(_version);

    protected override CompilationOptions CreateCompilationOptions() => Compiler.Options;

    // Global usings are too new for some.
    private void Fill(SolutionState state, string text)
    {
        state.AdditionalReferences.AddRange(Compiler.References);
        foreach (string file in _version < LanguageVersion.CSharp10 ? [text] : new TestSource(text).Files)
        {
            state.Sources.Add(file);
        }
    }
}
