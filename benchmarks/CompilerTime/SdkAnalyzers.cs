using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Benchmarks;

/// <summary>
/// The analyzers that every build of the .NET SDK runs, as it configures them where a project says nothing.
/// </summary>
internal sealed class SdkAnalyzers
{
    private static readonly string[] s_assemblies = ["Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll"];

    private SdkAnalyzers(string version, ImmutableArray<DiagnosticAnalyzer> analyzers, ImmutableDictionary<string, ReportDiagnostic> severities)
    {
        Version = version;
        Analyzers = analyzers;
        Severities = severities;
    }

    /// <summary>Gets the version of the SDK.</summary>
    public string Version { get; }

    /// <summary>Gets those that can report a warning or an error: a build leaves out the others.</summary>
    public ImmutableArray<DiagnosticAnalyzer> Analyzers { get; }

    /// <summary>Gets the severities that the SDK sets.</summary>
    public ImmutableDictionary<string, ReportDiagnostic> Severities { get; }

    /// <summary>Loads the analyzers of the newest SDK beside the runtime that runs this program.</summary>
    public static SdkAnalyzers Load()
    {
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        string sdk = Directory.GetDirectories(Path.Combine(root, "sdk"), Environment.Version.Major + ".*").OrderBy(path => new DirectoryInfo(path).Name, StringComparer.Ordinal).Last();
        string directory = Path.Combine(sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers");
        ImmutableDictionary<string, ReportDiagnostic> severities = ReadSeverities(Path.Combine(directory, "build", "config", $"analysislevel_{Environment.Version.Major}_default.globalconfig"));
        CompilationOptions options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary).WithSpecificDiagnosticOptions(severities);
        IEnumerable<DiagnosticAnalyzer> analyzers =
            from assembly in s_assemblies
            from analyzer in new AnalyzerFileReference(Path.Combine(directory, assembly), new FileLoader()).GetAnalyzers(LanguageNames.CSharp)
            where analyzer.SupportedDiagnostics.Any(rule => rule.GetEffectiveSeverity(options) is ReportDiagnostic.Warn or ReportDiagnostic.Error)
            select analyzer;
        return new SdkAnalyzers(Path.GetFileName(sdk), analyzers.ToImmutableArray(), severities);
    }

    private static ImmutableDictionary<string, ReportDiagnostic> ReadSeverities(string path)
    {
        var configuration = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(File.ReadAllText(path), path) }, out _);
        return configuration.GlobalConfigOptions.TreeOptions;
    }
}
