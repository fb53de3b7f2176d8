using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Package.Tests;

/// <summary>What a tool did and said.</summary>
internal sealed record ToolRun(string Command, int ExitCode, string Output)
{
    public IEnumerable<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Gets the warnings and errors, those of the linker and of restoring included.</summary>
    public IEnumerable<string> Complaints => Lines.Where(line => IsComplaint(line, "warning") || IsComplaint(line, "error"));

    public ToolRun AssertSucceeded()
    {
        Assert.True(ExitCode == 0, ToString());
        return this;
    }

    /// <summary>Returns what a build says of one project.</summary>
    public IEnumerable<string> ComplaintsOf(string project) => Complaints.Where(line => line.Contains($"{project}.csproj", StringComparison.Ordinal));

    public override string ToString() => $"{Command}\nexit code {ExitCode}\n{Output}";

    // "Source.cs(1,2): warning CS0168: ...", "ILC : Trim analysis warning IL2026: ...", "MSBUILD : error MSB1009: ..."
    private static bool IsComplaint(string line, string severity)
    {
        int at = line.IndexOf($"{severity} ", StringComparison.Ordinal);
        return at > 0 && line[..at].Contains(':', StringComparison.Ordinal) && line[at..].Contains(':', StringComparison.Ordinal);
    }
}
