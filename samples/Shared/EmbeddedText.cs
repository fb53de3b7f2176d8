using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Samples;

/// <summary>What to work on when nothing is given: the texts of this project, which are resources of the program.</summary>
internal static partial class EmbeddedText
{
    /// <summary>Reads the names of the texts in order, with their words.</summary>
    public static IEnumerable<(string Name, IEnumerable<string> Words)> Read()
    {
        Assembly assembly = typeof(EmbeddedText).Assembly;
        foreach (string resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource, WordsOf(reader.ReadToEnd()));
        }
    }

    /// <summary>Returns the words of a text.</summary>
    public static IEnumerable<string> WordsOf(string text) => Word().Matches(text).Select(word => word.Value);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
