using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;

namespace LruCache;

/// <summary>The trace to replay when none is given: the words of this project, which are resources of the program.</summary>
internal static partial class EmbeddedTrace
{
    private const string Name = "words";

    /// <summary>Reads the words, in the order of the files' names.</summary>
    public static Trace Read() => new(Name, ReadWords(typeof(EmbeddedTrace).Assembly));

    private static IEnumerable<string> ReadWords(Assembly assembly)
    {
        foreach (string resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            foreach (Match word in Word().Matches(reader.ReadToEnd()))
            {
                yield return word.Value;
            }
        }
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
