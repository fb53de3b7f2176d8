using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Mono.Tests;

/// <summary>The tests of the runtime pass under Mono, against the netstandard2.0 assembly.</summary>
public sealed partial class RuntimeTests
{
    /// <param name="tests">The assembly with the tests.</param>
    /// <param name="leastTests">How many there were when this was written, rounded down: fewer mean that some are no longer found.</param>
    [MonoTheory]
    [InlineData("Runtime.Tests.Mono", 1100)]
    [InlineData("Runtime.Tests.Mono.Hardened", 1150)]
    public async Task AllPass(string tests, int leastTests)
    {
        (int exitCode, string output) = await Run(tests);
        Assert.True(exitCode == 0, output);
        Match total = Total().Match(output);
        Assert.True(total.Success, output);
        Assert.InRange(int.Parse(total.Groups["tests"].Value, CultureInfo.InvariantCulture), leastTests, int.MaxValue);
        Assert.Equal("0", total.Groups["skipped"].Value);
    }

    private static async Task<(int ExitCode, string Output)> Run(string tests)
    {
        var start = new ProcessStartInfo("mono", [Path("Runner"), Path(tests), "-noappdomain", "-parallel", "none", "-nocolor"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        string[] output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(output));
    }

    /// <summary>Returns a path that the build has told.</summary>
    private static string Path(string key) =>
        typeof(RuntimeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    [GeneratedRegex(@"Total: (?<tests>\d+), .*Skipped: (?<skipped>\d+),")]
    private static partial Regex Total();
}
