using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using Xunit;

namespace IntrusiveLists.Package.Tests;

/// <summary>
/// Compares lines with accepted ones, by the file conventions of Verify: <c>Class.Method.verified.txt</c>, and beside it <c>.received.txt</c> where they differ.
/// To accept a change, rename the received file.
/// </summary>
internal static class Snapshot
{
    public static void Verify(IEnumerable<string> lines, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "")
    {
        string name = $"{Path.GetFileNameWithoutExtension(testFile)}.{method}";
        string received = string.Join('\n', lines) + "\n";
        string receivedPath = PathOf(name, "received");
        if (Accepted(name) == received)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        Assert.Fail($"Not as accepted, see {receivedPath}:\n{received}");
    }

    private static string Accepted(string name)
    {
        string path = PathOf(name, "verified");
        return File.Exists(path) ? File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal) : "";
    }

    private static string PathOf(string name, string kind) => Path.Combine(TestPaths.SnapshotDirectory, $"{name}.{kind}.txt");
}
