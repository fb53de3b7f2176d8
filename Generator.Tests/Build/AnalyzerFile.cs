using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// An assembly of generators and analyzers, loaded from its file as compilers load it.
/// </summary>
internal sealed class AnalyzerFile
{
    private readonly AnalyzerFileReference _file;
    private readonly ImmutableArray<AnalyzerLoadFailureEventArgs>.Builder _failures = ImmutableArray.CreateBuilder<AnalyzerLoadFailureEventArgs>();

    public AnalyzerFile(string path)
    {
        _file = new AnalyzerFileReference(path, new Loader());
        _file.AnalyzerLoadFailed += (_, failure) => _failures.Add(failure);
        Generators = _file.GetGenerators(LanguageNames.CSharp);
        Analyzers = _file.GetAnalyzers(LanguageNames.CSharp);
    }

    public ImmutableArray<ISourceGenerator> Generators { get; }

    public ImmutableArray<DiagnosticAnalyzer> Analyzers { get; }

    /// <summary>Gets what a build would warn of, CS9057 for one, and then go on without generator and analyzers.</summary>
    public ImmutableArray<AnalyzerLoadFailureEventArgs> Failures => _failures.ToImmutable();

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
