using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Xunit;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// Compares generated files with accepted ones, by the file conventions of Verify: <c>Class.Method#Hint.verified.cs</c>,
/// and beside it <c>.received.cs</c> where they differ. To accept a change, rename the received file.
/// </summary>
/// <remarks>Stands in for Verify.SourceGenerators, and is the one file to replace by it.</remarks>
internal static class Snapshot
{
    public static void Verify(IEnumerable<(string HintName, string Text)> files, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "")
    {
        string prefix = $"{Path.GetFileNameWithoutExtension(testFile)}.{method}#";
        var received = files.ToDictionary(file => $"{prefix}{Path.GetFileNameWithoutExtension(file.HintName)}", file => file.Text);
        string[] differing = received.Where(file => !Matches(file.Key, file.Value)).Select(file => file.Key).ToArray();
        string[] stale = Verified(prefix).Where(name => !received.ContainsKey(name)).ToArray();
        foreach (string name in differing)
        {
            File.WriteAllText(PathOf(name, "received"), received[name]);
        }

        Assert.True(differing.Length == 0, $"Not as accepted, see the .received.cs files: {string.Join(", ", differing)}");
        Assert.True(stale.Length == 0, $"Accepted, but no longer generated: {string.Join(", ", stale)}");
        Assert.NotEmpty(received);
    }

    private static bool Matches(string name, string text)
    {
        string path = PathOf(name, "verified");
        bool matches = File.Exists(path) && File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal) == text;
        if (matches)
        {
            File.Delete(PathOf(name, "received"));
        }

        return matches;
    }

    private static IEnumerable<string> Verified(string prefix) =>
        Directory.EnumerateFiles(TestPaths.SnapshotDirectory, prefix + "*.verified.cs")
            .Select(path => Path.GetFileName(path)[..^".verified.cs".Length]);

    private static string PathOf(string name, string kind) => Path.Combine(TestPaths.SnapshotDirectory, $"{name}.{kind}.cs");
}
