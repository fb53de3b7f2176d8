using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// What holds for every source, however broken.
/// </summary>
internal static class Survival
{
    /// <summary>Checks that neither the generator nor an analyzer throws, and that what is generated is no further nonsense.</summary>
    public static async Task CheckAsync(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        Compilation generated = Compiler.Generate(compilation);
        Assert.Empty(generated.SyntaxTrees.Except(compilation.SyntaxTrees).SelectMany(tree => tree.GetDiagnostics()));
        await Compiler.AnalyzeAsync(generated, analyzers);
    }
}
