using System;
using System.IO;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Package.Tests;

/// <summary>A theory of native programs, that is skipped where there is nothing to link them with, and says so; the continuous integration must have it.</summary>
public sealed class LinkerTheoryAttribute : TheoryAttribute
{
    private static readonly string[] Linkers = ["clang", "gcc"];

    public LinkerTheoryAttribute()
    {
        if (!OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("CI") != "true" && !Linkers.Any(IsOnPath))
        {
            Skip = "The native compiler of .NET links with clang or gcc, and neither is here.";
        }
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
