using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading.Tasks;

namespace IntrusiveLists.Package.Tests;

/// <summary>The package, packed once for all tests, and a second time from another folder.</summary>
public sealed class PackedPackage : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ilist-package").FullName;

    public PackedPackage()
    {
        string[] copies = [Path.Combine(_folder, "source"), Path.Combine(_folder, "another", "place")];
        string[] packed = Task.WhenAll(copies.Select(copy => Task.Run(() => SourceCopy.Pack(copy, Version)))).GetAwaiter().GetResult();
        (Folder, Files, Symbols) = (packed[0], Read(packed[0], "nupkg"), Read(packed[0], "snupkg"));
        (OtherFiles, OtherSymbols) = (Read(packed[1], "nupkg"), Read(packed[1], "snupkg"));
    }

    /// <summary>Gets the version, which no cache knows.</summary>
    public string Version { get; } = $"0.1.0-test.{DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Gets the folder that holds the package.</summary>
    public string Folder { get; }

    /// <summary>Gets a folder outside of the repository for what is built from the package.</summary>
    public string Workspace => _folder;

    /// <summary>Gets the files of the package.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; }

    /// <summary>Gets the files of the package of symbols.</summary>
    public IReadOnlyDictionary<string, byte[]> Symbols { get; }

    /// <summary>Gets the files of the package that was made elsewhere.</summary>
    public IReadOnlyDictionary<string, byte[]> OtherFiles { get; }

    /// <summary>Gets the files of the package of symbols that was made elsewhere.</summary>
    public IReadOnlyDictionary<string, byte[]> OtherSymbols { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SortedDictionary<string, byte[]> Read(string folder, string extension)
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(folder, $"IntrusiveLists.{Version}.{extension}"));
        return new SortedDictionary<string, byte[]>(
            archive.Entries.Where(entry => !IsOfTheFormat(entry.FullName)).ToDictionary(entry => entry.FullName, Read), StringComparer.Ordinal);
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using MemoryStream content = new();
        stream.CopyTo(content);
        return content.ToArray();
    }

    // What every package has.
    private static bool IsOfTheFormat(string name) =>
        name == "[Content_Types].xml" || name.StartsWith("_rels/", StringComparison.Ordinal) || name.StartsWith("package/", StringComparison.Ordinal);
}
