using System;
using System.IO;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Mono.Tests;

/// <summary>A theory that is skipped where Mono is not installed, and says so; the continuous integration has to have it.</summary>
public sealed class MonoTheoryAttribute : TheoryAttribute
{
    public MonoTheoryAttribute()
    {
        if (!IsInstalled && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "There is no 'mono' on the PATH; Debian's package mono-devel has it.";
        }
    }

    private static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(directory => File.Exists(Path.Combine(directory, "mono")) || File.Exists(Path.Combine(directory, "mono.exe")));
}
