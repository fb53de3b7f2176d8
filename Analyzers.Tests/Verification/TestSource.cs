using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// A source as tests write it: <c>// file</c> on a line of its own starts another file, <c>// library</c> another assembly, to which the first refers, by aliases where some are named.
/// </summary>
internal sealed partial class TestSource
{
    /// <summary>What every source may use.</summary>
    public const string Prelude = """
        global using System;
        global using System.Runtime.CompilerServices;
        global using System.Runtime.InteropServices;
        global using System.Threading;
        global using IntrusiveLists;

        public partial struct Foo
        {
            public int Value;
            public ListNode Node;
            public ListNode Other;
        }

        public partial struct Bar
        {
            public ListNode Link;
        }
        """;

    private const string LibraryUsings = """
        global using System.Runtime.InteropServices;
        global using IntrusiveLists;
        """;

    private readonly string? _library;
    private readonly string[] _aliases;

    public TestSource(string text)
    {
        string[] assemblies = StartOfLibrary().Split(text);
        Files = StartOfFile().Split(assemblies[0]).Append(Prelude).ToImmutableArray();
        _aliases = [.. assemblies.ElementAtOrDefault(1)?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? []];
        _library = assemblies.ElementAtOrDefault(2);
    }

    /// <summary>Gets the files of the first assembly, with the markup of the testing library.</summary>
    public ImmutableArray<string> Files { get; }

    /// <summary>Returns the references to the other assembly: as a build has them, and as an editor has them where both are projects of one solution.</summary>
    public MetadataReference[][] References()
    {
        if (_library is null)
        {
            return [[]];
        }

        Compilation library = Compiler.Generate(Compiler.Compile("Library", [_library, LibraryUsings]));
        return [[Compiler.Build(library).WithAliases(_aliases)], [library.ToMetadataReference([.. _aliases])]];
    }

    /// <summary>Returns the first assembly before generation.</summary>
    public Compilation Compile(MetadataReference[] references) => Compiler.Compile("TestProject", Files.Select(file => Markup().Replace(file, "")), references);

    [GeneratedRegex(@"^// library ?([\w,]*)\r?\n", RegexOptions.Multiline)]
    private static partial Regex StartOfLibrary();

    [GeneratedRegex(@"^// file\r?\n", RegexOptions.Multiline)]
    private static partial Regex StartOfFile();

    [GeneratedRegex(@"\{\|[#\w]+:|\|\}")]
    private static partial Regex Markup();
}
