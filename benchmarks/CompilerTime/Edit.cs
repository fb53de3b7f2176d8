using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Benchmarks;

/// <summary>A program after an edit, with the files that were edited.</summary>
internal sealed record Edit(Compilation Program, IReadOnlyList<SyntaxTree> Files);
