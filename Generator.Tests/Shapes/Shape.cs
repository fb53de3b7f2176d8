using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// A random program: types with heads, types with nodes, and some of those in another assembly.
/// </summary>
/// <param name="Files">The files of the program.</param>
/// <param name="Library">The file of the other assembly; empty for none.</param>
/// <param name="Heads">How many heads are tagged.</param>
internal sealed record Shape(ImmutableArray<string> Files, string Library, int Heads)
{
    /// <summary>Returns the program as the compiler sees it; null when the other assembly does not compile.</summary>
    public CSharpCompilation? Compile()
    {
        if (Library.Length == 0)
        {
            return Compile("Test", [.. Files]);
        }

        using var image = new System.IO.MemoryStream();
        return GeneratorRun.Of(Compile("Library", Library)).Output.Emit(image).Success
            ? Compile("Test", [.. Files]).AddReferences(MetadataReference.CreateFromImage(image.ToArray()))
            : null;
    }

    public override string ToString() =>
        string.Concat(Files.Select((file, index) => $"\n// File{index}.cs\n{file}")) + (Library.Length == 0 ? "" : $"\n// Library\n{Library}");

    // Warnings are for the authors of the program, as far as they do not come from generated code.
    private static CSharpCompilation Compile(string assembly, params string[] files)
    {
        CSharpCompilation compilation = Sources.Compile(assembly, LanguageVersion.Preview, Sources.References, files);
        return compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));
    }
}
