using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IntrusiveLists.Snapshots;
using Xunit;

namespace IntrusiveLists.Package.Tests;

/// <summary>
/// What is in the package.
/// </summary>
[Collection(PackageCollection.Name)]
public sealed partial class PackageTests
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    private readonly PackedPackage _package;

    public PackageTests(PackedPackage package)
    {
        _package = package;
    }

    [Fact]
    public void Files() => Snapshot.Verify([.. _package.Files.Keys, "", "symbols:", .. _package.Symbols.Keys]);

    [Fact]
    public void Nuspec()
    {
        XElement metadata = ReadNuspec().Root!.Elements().Single();
        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
        Assert.Equal(("IntrusiveLists", _package.Version, "MIT", "README.md", "icon.png"), (Value("id"), Value("version"), Value("license"), Value("readme"), Value("icon")));
        Assert.Equal(SourceCopy.Commit, metadata.Elements().Single(element => element.Name.LocalName == "repository").Attribute("commit")!.Value);

        // A package that says so is given to no program.
        Assert.DoesNotContain(metadata.Elements(), element => element.Name.LocalName == "developmentDependency");
    }

    /// <summary>A gallery shows the file outside of the repository. But for the links it is the file of the repository.</summary>
    [Fact]
    public void ReadmeLinksLeadToTheRepository()
    {
        string packed = Encoding.UTF8.GetString(_package.Files["README.md"]);
        string[] links = [.. Link().Matches(packed).Select(match => match.Groups[1].Value)];
        Assert.All(links, link => Assert.StartsWith("https://", link));

        string images = $"https://raw.githubusercontent.com/intrusivelists/intrusivelists/{SourceCopy.Commit}/";
        string pages = $"https://github.com/intrusivelists/intrusivelists/blob/{SourceCopy.Commit}/";
        Assert.Contains($"{images}docs/benchmarks/lists.svg", links);
        Assert.Contains($"{pages}docs/guide.md", links);
        Assert.Equal(File.ReadAllText(Path.Combine(TestPaths.RepositoryDirectory, "README.md")), packed.Replace(images, "", StringComparison.Ordinal).Replace(pages, "", StringComparison.Ordinal));
    }

    [Fact]
    public void Dependencies()
    {
        var groups = ReadNuspec().Descendants().Where(element => element.Name.LocalName == "group").ToDictionary(
            group => group.Attribute("targetFramework")!.Value,
            group => group.Elements().Select(dependency => $"{dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value}").Order().ToArray());
        Assert.Equal(["net8.0", ".NETStandard2.0"], groups.Keys.OrderDescending(StringComparer.OrdinalIgnoreCase));
        Assert.Empty(groups["net8.0"]);
        Assert.Equal(["System.Memory 4.6.3", "System.Runtime.CompilerServices.Unsafe 6.1.2"], groups[".NETStandard2.0"]);
    }

    [Fact]
    public void RuntimeRefersToTheFrameworkAlone()
    {
        // What the framework is, its folder says.
        string[] framework = [.. Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll").Select(path => Path.GetFileNameWithoutExtension(path))];
        string[] others = [.. References(_package.Files["lib/net8.0/IntrusiveLists.dll"]).Select(reference => reference.Name).Except(framework)];
        Assert.Empty(others);

        // System.Memory brings System.Buffers.
        Assert.Equal(
            ["System.Buffers", "System.Memory", "System.Runtime.CompilerServices.Unsafe", "netstandard"],
            References(_package.Files["lib/netstandard2.0/IntrusiveLists.dll"]).Select(reference => reference.Name));
    }

    /// <summary>A compiler loads what refers to its own version or an older one, and needs no more than it has.</summary>
    [Theory]
    [InlineData("Generator", 4, 3, "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "netstandard")]
    [InlineData("Analyzers", 4, 3, "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "netstandard")]
    [InlineData("CodeFixes", 4, 8, "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.CSharp.Workspaces", "Microsoft.CodeAnalysis.Workspaces", "System.Collections.Immutable", "System.Composition.AttributedModel", "System.Memory", "netstandard")]
    public void CompilerComponentsReferToTheOldestCompiler(string name, int major, int minor, params string[] allowed)
    {
        (string Name, Version Version)[] references = References(_package.Files[$"analyzers/dotnet/roslyn4.3/cs/IntrusiveLists.{name}.dll"]);
        Assert.Empty(references.Select(reference => reference.Name).Except(allowed));
        (string Name, Version Version)[] compiler = [.. references.Where(reference => reference.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))];
        Assert.NotEmpty(compiler);
        Assert.All(compiler, reference => Assert.Equal((major, minor), (reference.Version.Major, reference.Version.Minor)));
    }

    /// <summary>Packed from two folders: whoever builds a release gets the same.</summary>
    [Fact]
    public void PackedElsewhereItIsTheSame()
    {
        AssertSame(_package.Files, _package.OtherFiles);
        AssertSame(_package.Symbols, _package.OtherSymbols);
    }

    [Theory]
    [InlineData("lib/net8.0/IntrusiveLists", "Runtime/Native/ListNode.cs")]
    [InlineData("lib/netstandard2.0/IntrusiveLists", "Runtime/Native/ListNode.cs")]
    [InlineData("analyzers/dotnet/roslyn4.3/cs/IntrusiveLists.Generator", "Declarations/ParsedTag.cs")]
    [InlineData("analyzers/dotnet/roslyn4.3/cs/IntrusiveLists.Analyzers", "Declarations/ParsedTag.cs")]
    [InlineData("analyzers/dotnet/roslyn4.3/cs/IntrusiveLists.CodeFixes", "Declarations/ParsedTag.cs")]
    public void SymbolsFindTheirSources(string assembly, string source)
    {
        using MetadataReaderProvider provider = SymbolsOf(assembly);
        MetadataReader pdb = provider.GetMetadataReader();
        byte[] link = Information(pdb, SourceLink, MetadataTokens.EntityHandle(TableIndex.Module, 1)).Single();
        JsonProperty map = JsonDocument.Parse(link).RootElement.GetProperty("documents").EnumerateObject().Single();
        Assert.Equal($"https://raw.githubusercontent.com/intrusivelists/intrusivelists/{SourceCopy.Commit}/*", map.Value.GetString());

        // What is in no repository is in the symbols.
        string root = map.Name.TrimEnd('*');
        string[] lost = [.. from handle in pdb.Documents
                            let name = pdb.GetString(pdb.GetDocument(handle).Name)
                            where !name.StartsWith(root, StringComparison.Ordinal) || name.Contains("/obj/", StringComparison.Ordinal)
                            where !Information(pdb, EmbeddedSource, handle).Any()
                            select name];
        Assert.Empty(lost);
        Assert.Contains(pdb.Documents, handle => pdb.GetString(pdb.GetDocument(handle).Name) == root + source);
    }

    /// <summary>A debugger takes symbols only if they are those of the assembly.</summary>
    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public void SymbolsBelongToTheirAssembly(string framework)
    {
        using var assembly = new PEReader(new MemoryStream(_package.Files[$"lib/{framework}/IntrusiveLists.dll"]));
        CodeViewDebugDirectoryData expected = assembly.ReadCodeViewDebugDirectoryData(assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView));
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(_package.Symbols[$"lib/{framework}/IntrusiveLists.pdb"]));
        Assert.Equal(expected.Guid, new BlobContentId(provider.GetMetadataReader().DebugMetadataHeader!.Id).Guid);
    }

    private XDocument ReadNuspec() => XDocument.Load(new MemoryStream(_package.Files["IntrusiveLists.nuspec"]));

    // A debugger asks a server for those of a library; a compiler's host has those that are in the assembly.
    private MetadataReaderProvider SymbolsOf(string assembly)
    {
        if (_package.Symbols.TryGetValue($"{assembly}.pdb", out byte[]? symbols))
        {
            return MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols));
        }

        using var reader = new PEReader(new MemoryStream(_package.Files[$"{assembly}.dll"]));
        return reader.ReadEmbeddedPortablePdbDebugDirectoryData(reader.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
    }

    private static void AssertSame(IReadOnlyDictionary<string, byte[]> files, IReadOnlyDictionary<string, byte[]> others)
    {
        Assert.Equal(files.Keys, others.Keys);
        string[] different = [.. files.Keys.Where(name => !files[name].AsSpan().SequenceEqual(others[name]))];
        Assert.Empty(different);
    }

    private static (string Name, Version Version)[] References(byte[] assembly)
    {
        using var reader = new PEReader(new MemoryStream(assembly));
        MetadataReader metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences
            .Select(handle => metadata.GetAssemblyReference(handle))
            .Select(reference => (metadata.GetString(reference.Name), reference.Version))
            .OrderBy(reference => reference.Item1, StringComparer.Ordinal)];
    }

    private static IEnumerable<byte[]> Information(MetadataReader pdb, Guid kind, EntityHandle parent) =>
        from handle in pdb.GetCustomDebugInformation(parent)
        let information = pdb.GetCustomDebugInformation(handle)
        where pdb.GetGuid(information.Kind) == kind
        select pdb.GetBlobBytes(information.Value);

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
