using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace IntrusiveLists.Benchmarks;

/// <summary>A program that is compiled with and without analyzers.</summary>
internal sealed record AnalyzedProgram(string Name, bool RefersToRuntime, IReadOnlyList<SourceText> Files)
{
    /// <summary>Gets the number of lines that somebody has written.</summary>
    public int Lines => Files.Sum(file => file.Lines.Count);
}
