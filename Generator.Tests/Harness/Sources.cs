using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntrusiveLists.Generator.Tests;

/// <summary>Turns sources into compilations.</summary>
internal static class Sources
{
    public static readonly ImmutableArray<MetadataReference> References =
        [.. Net80.References.All, MetadataReference.CreateFromFile(typeof(ListHead).Assembly.Location)];

    public static CSharpParseOptions Parse(LanguageVersion version = LanguageVersion.Latest) => new(version);

    public static SyntaxTree Tree(string source, string path = "", LanguageVersion version = LanguageVersion.Latest) =>
        CSharpSyntaxTree.ParseText(source, Parse(version), path);

    public static CSharpCompilation Compile(params string[] sources) => Compile("Test", LanguageVersion.Latest, References, sources);

    public static CSharpCompilation Compile(string assembly, LanguageVersion version, IEnumerable<MetadataReference> references, params string[] sources) =>
        CSharpCompilation.Create(
            assembly,
            sources.Select((source, index) => Tree(source, $"File{index}.cs", version)),
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: version >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable,
                generalDiagnosticOption: ReportDiagnostic.Error));

    /// <summary>Compiles a library and returns it as other compilations see it.</summary>
    public static MetadataReference Library(string name, string source, params MetadataReference[] references)
    {
        CSharpCompilation compilation = Compile(name, LanguageVersion.Latest, [.. References, .. references], source);
        Compilation generated = GeneratorRun.Of(compilation).Output;
        using var stream = new System.IO.MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = generated.Emit(stream);
        Xunit.Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
