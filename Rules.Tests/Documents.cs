using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace IntrusiveLists.Rules.Tests;

/// <summary>
/// The documents of the repository, by their paths in it.
/// </summary>
internal static class Documents
{
    private static readonly Assembly Container = typeof(Documents).Assembly;

    /// <summary>Returns the paths that begin and end in a certain way.</summary>
    public static IReadOnlyList<string> Find(string prefix, string suffix) =>
        [.. Container.GetManifestResourceNames()
            .Where(path => path.StartsWith(prefix, StringComparison.Ordinal) && path.EndsWith(suffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>Returns the text of a document.</summary>
    /// <exception cref="FileNotFoundException">There is no such document.</exception>
    public static string Read(string path)
    {
        using Stream stream = Container.GetManifestResourceStream(path) ?? throw new FileNotFoundException($"There is no '{path}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
