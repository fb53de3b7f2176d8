using System;
using System.Collections.Generic;
using System.Linq;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IntrusiveLists.Benchmarks;

/// <summary>
/// Makes compilations of sources.
/// </summary>
internal static class Programs
{
    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.Latest);

    /// <summary>The runtime of the library.</summary>
    public static readonly MetadataReference Runtime = MetadataReference.CreateFromFile(typeof(ContainsAttribute).Assembly.Location);

    public static SyntaxTree Parse(SourceText text) => CSharpSyntaxTree.ParseText(text, s_parseOptions);

    public static Compilation Create(IEnumerable<SyntaxTree> trees, params IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        "Measured",
        trees,
        Net80.References.All.Concat(references),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Returns the same program with nothing bound yet.</summary>
    public static Compilation Fresh(Compilation program) => program.WithAssemblyName(program.AssemblyName);

    public static GeneratorDriver Driver(IIncrementalGenerator generator, bool trackSteps = false) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        parseOptions: s_parseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    /// <summary>Returns a file with another text in all places of one.</summary>
    public static SyntaxTree Edit(SyntaxTree tree, string old, string @new)
    {
        string before = tree.ToString();
        string after = before.Replace(old, @new);
        return before == after ? throw new InvalidOperationException($"There is no '{old}' to edit.") : tree.WithChangedText(SourceText.From(after));
    }
}
