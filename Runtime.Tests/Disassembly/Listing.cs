using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace IntrusiveLists.Tests.Disassembly;

/// <summary>What the JIT has made of one of the <see cref="HotPaths"/>, or of what the pool does.</summary>
internal sealed partial record Listing(string Text)
{
    private static readonly Lazy<IReadOnlyDictionary<string, Listing>> All = new(Disassemble);

    /// <summary>Gets why there are no listings, or null where there are.</summary>
    public static string? WhyMissing =>
        RuntimeInformation.ProcessArchitecture != Architecture.X64 ? $"What is expected is known for x64, not for {RuntimeInformation.ProcessArchitecture}."
        : All.Value.Count == 0 ? "The JIT of this runtime does not write what it has compiled."
        : null;

    /// <summary>Gets the size of the code in bytes.</summary>
    public int Size => int.Parse(TotalBytes().Match(Text).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>Gets what is called.</summary>
    public IReadOnlyList<string> Calls => [.. Call().Matches(Text).Select(match => match.Groups[1].Value.Trim())];

    /// <summary>Gets how often memory is written.</summary>
    public int Writes => Write().Count(Text);

    /// <summary>Gets how often memory is asked for ahead.</summary>
    public int Prefetches => Prefetch().Count(Text);

    public static Listing Of(string method) => All.Value[method];

    private static Dictionary<string, Listing> Disassemble()
    {
        string path = Path.GetTempFileName();
        try
        {
            Run(path);
            return (from match in Listings().Matches(File.ReadAllText(path))
                    group match by match.Groups[1].Value).ToDictionary(group => group.Key, group => new Listing(group.Last().Value));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Run(string path)
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, ["exec", Path.Combine(AppContext.BaseDirectory, "Disassembly", Path.GetFileName(typeof(HotPaths).Assembly.Location))])
        {
            Environment =
            {
                ["DOTNET_TieredCompilation"] = "0",
                ["DOTNET_JitDisasm"] = string.Join(' ', typeof(HotPaths).GetMethods().Select(method => method.Name).Append("*NativePool*:Allocate").Append("*NativePool*:Free")),
                ["DOTNET_JitStdOutFile"] = path,
            },
        };
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The process that is disassembled ended with {process.ExitCode}.");
        }
    }

    [GeneratedRegex(@"; Assembly listing for method IntrusiveLists\.(?:Tests\.Disassembly\.HotPaths|NativePool`1\[[\w.]+\]):(\w+)\(.*?; Total bytes of code \d+", RegexOptions.Singleline)]
    private static partial Regex Listings();

    [GeneratedRegex(@"; Total bytes of code (\d+)")]
    private static partial Regex TotalBytes();

    [GeneratedRegex(@"^\s+(?:call|tail\.jmp|jmp\s+\[)(.*)$", RegexOptions.Multiline)]
    private static partial Regex Call();

    [GeneratedRegex(@"^\s+v?mov\w*\s+\w+ +ptr \[[^\]]*\], ", RegexOptions.Multiline)]
    private static partial Regex Write();

    [GeneratedRegex(@"^\s+prefetch", RegexOptions.Multiline)]
    private static partial Regex Prefetch();
}
