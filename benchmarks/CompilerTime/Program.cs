using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Basic.Reference.Assemblies;
using IntrusiveLists.Analyzers;
using IntrusiveLists.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Benchmarks;

/// <summary>
/// Measures what the analyzers add to the time of the compiler: beside the compiler alone, and beside one analyzer that asks for every body and does nothing.
/// The contenders take turns; the figures are the median ratios of the rounds, with the lowest and the highest.
/// </summary>
internal static class Program
{
    private const int DefaultFiles = 200;
    private const int Rounds = 9;

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers = typeof(DeclarationAnalyzer).Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .ToImmutableArray();

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_control = [new IdleAnalyzer()];

    private static readonly MetadataReference s_runtime = MetadataReference.CreateFromFile(typeof(ContainsAttribute).Assembly.Location);

    private static int Main(string[] arguments)
    {
        if (arguments.Length > 1 || (arguments.Length == 1 && !int.TryParse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            Console.Error.WriteLine("Usage: CompilerTime [files]");
            return 2;
        }

        int files = arguments.Length == 1 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : DefaultFiles;
        Console.WriteLine($"{files} files, {Rounds} rounds");
        Console.WriteLine($"{"",-40} {"to the compiler alone",-24} to an idle analyzer");
        Measure("ordinary code, runtime not referenced", Compile(Sources.Ordinary(files)));
        Measure("ordinary code, runtime referenced", Compile(Sources.Ordinary(files), s_runtime));
        Measure("two heads in every file", Generate(Compile(Sources.Lists(files), s_runtime)));
        return 0;
    }

    private static Compilation Compile(IEnumerable<SyntaxTree> trees, params IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        "Measured",
        trees,
        Net80.References.All.Concat(references),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static Compilation Generate(Compilation compilation)
    {
        var parseOptions = (CSharpParseOptions)compilation.SyntaxTrees.First().Options;
        CSharpGeneratorDriver.Create([new ListGenerator().AsSourceGenerator()], parseOptions: parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        return generated;
    }

    private static void Measure(string name, Compilation compilation)
    {
        // One round to warm up.
        (double Alone, double Idle, double Ours)[] rounds =
            [.. Enumerable.Range(0, Rounds + 1).Select(_ => (Time(compilation, []), Time(compilation, s_control), Time(compilation, s_analyzers))).Skip(1)];
        Console.WriteLine($"{name,-40} {Ratio(rounds.Select(round => round.Ours / round.Alone))}   {Ratio(rounds.Select(round => round.Ours / round.Idle))}");
    }

    private static string Ratio(IEnumerable<double> ratios)
    {
        double[] ordered = [.. ratios.Order()];
        return FormattableString.Invariant($"{ordered[ordered.Length / 2]:0.00} [{ordered[0]:0.00} to {ordered[^1]:0.00}]");
    }

    // A compilation keeps what it has bound: each time it is a new one.
    private static double Time(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        Compilation fresh = compilation.WithAssemblyName("Measured");
        GC.Collect();
        long start = Stopwatch.GetTimestamp();
        if (!analyzers.IsEmpty)
        {
            var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
            CompilationWithAnalyzers withAnalyzers = new(fresh, analyzers, options);
            Require(withAnalyzers.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult().IsEmpty, "An analyzer reports something.");
            fresh = withAnalyzers.Compilation;
        }

        using var image = new MemoryStream();
        Require(fresh.Emit(image).Success, "The program does not compile.");
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new InvalidOperationException(message);
        }
    }
}
