using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace IntrusiveLists.Snapshots;

/// <summary>
/// Compares what a test receives with what was accepted, by the file conventions of Verify: <c>Class.Method.verified.txt</c> for lines,
/// <c>Class.Method#Hint.verified.cs</c> for each generated file, and beside it <c>.received</c> where they differ. To accept a change, rename the received file.
/// </summary>
/// <remarks>Stands in for Verify in all test projects, and is the one file to replace by it.</remarks>
internal static class Snapshot
{
    private static readonly string Folder =
        typeof(Snapshot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "SnapshotDirectory").Value!;

    public static void Verify(IEnumerable<string> lines, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "")
    {
        string name = NameOf(testFile, method);
        Compare(name, "txt", new() { [name] = string.Join('\n', lines) + "\n" });
    }

    public static void Verify(IEnumerable<(string HintName, string Text)> files, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "")
    {
        string prefix = NameOf(testFile, method) + "#";
        Compare(prefix + "*", "cs", files.ToDictionary(file => prefix + Path.GetFileNameWithoutExtension(file.HintName), file => file.Text));
    }

    private static string NameOf(string testFile, string method) => $"{Path.GetFileNameWithoutExtension(testFile)}.{method}";

    private static void Compare(string pattern, string extension, Dictionary<string, string> received)
    {
        string[] differing = [.. received.Keys.Where(name => !Matches(name, extension, received[name]))];
        string[] stale = [.. Verified(pattern, extension).Where(name => !received.ContainsKey(name))];
        foreach (string name in differing)
        {
            File.WriteAllText(PathOf(name, "received", extension), received[name]);
        }

        Assert.True(differing.Length == 0, $"Not as accepted, see the .received.{extension} files:\n{string.Join('\n', differing.Select(name => $"{name}:\n{received[name]}"))}");
        Assert.True(stale.Length == 0, $"Accepted, but no longer received: {string.Join(", ", stale)}");
        Assert.NotEmpty(received);
    }

    private static bool Matches(string name, string extension, string text)
    {
        string path = PathOf(name, "verified", extension);
        bool matches = File.Exists(path) && File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal) == text;
        if (matches)
        {
            File.Delete(PathOf(name, "received", extension));
        }

        return matches;
    }

    private static IEnumerable<string> Verified(string pattern, string extension) =>
        Directory.EnumerateFiles(Folder, $"{pattern}.verified.{extension}").Select(path => Path.GetFileName(path)[..^$".verified.{extension}".Length]);

    private static string PathOf(string name, string kind, string extension) => Path.Combine(Folder, $"{name}.{kind}.{extension}");
}
