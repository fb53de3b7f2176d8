using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;
using Basic.Reference.Assemblies;
using IntrusiveLists.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// The steps of a build, one by one: parse, generate, analyse.
/// </summary>
internal static class Compiler
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview);

    /// <summary>Gets options with which every rule is on.</summary>
    public static CSharpCompilationOptions Options { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: [new("ILIST304", ReportDiagnostic.Info)]);

    /// <summary>Gets what the sources use of .NET 8, and the runtime. A compiler that knows all of .NET looks every name up in 160 assemblies.</summary>
    public static ImmutableArray<MetadataReference> References { get; } =
    [
        Net80.References.SystemRuntime,
        Net80.References.SystemRuntimeInteropServices,
        Net80.References.SystemMemory,
        Net80.References.SystemNumericsVectors,
        Net80.References.SystemThreading,
        Net80.References.SystemThreadingThread,
        Net80.References.SystemThreadingTasksParallel,
        Net80.References.SystemCollections,
        Net80.References.SystemCollectionsConcurrent,
        Net80.References.SystemCollectionsImmutable,
        Net80.References.SystemLinq,
        Net80.References.SystemLinqExpressions,
        Net80.References.SystemConsole,
        Net80.References.SystemTextJson,
        Net80.References.MicrosoftCSharp,
        Net80.References.netstandard,
        MetadataReference.CreateFromFile(typeof(ContainsAttribute).Assembly.Location),
    ];

    /// <summary>Gets every analyzer and suppressor.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = typeof(DeclarationAnalyzer).Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
        .Select(type => (DiagnosticAnalyzer)System.Activator.CreateInstance(type)!)
        .ToImmutableArray();

    public static CSharpCompilation Compile(string assembly, IEnumerable<string> files, params IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        assembly,
        files.Select((file, index) => CSharpSyntaxTree.ParseText(file, ParseOptions, $"/0/Test{index}.cs")),
        References.AddRange(references),
        Options);

    /// <summary>Adds what the generator makes; fails when it throws.</summary>
    public static Compilation Generate(Compilation compilation)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ListGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        return generated;
    }

    /// <summary>Returns what analyzers report, in source order; fails when one throws.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        // An analyzer that throws is otherwise no more than a warning.
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => ExceptionDispatchInfo.Throw(exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = await new CompilationWithAnalyzers(compilation, analyzers, options).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return diagnostics.Sort((left, right) => string.CompareOrdinal(left.ToString(), right.ToString()));
    }

    /// <summary>Returns a built assembly as others refer to it.</summary>
    public static MetadataReference Build(Compilation compilation)
    {
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
