using System;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace LruCache.Tests;

/// <summary>The program as the user starts it, in a directory that is not its own.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task TheBuiltInTraceNeedsNoArgument()
    {
        (int exitCode, string output, string error) = await Run("");
        Assert.Equal((0, ""), (exitCode, error));
        string[] lines = output.Split('\n', StringSplitOptions.TrimEntries);
        Assert.Contains("words", lines);
        Assert.All(Options.Parse([]).Capacities, capacity => Assert.Contains(lines, line => line.StartsWith($"{capacity} ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task StandardInputAndCompressedTracesGiveTheSameHits()
    {
        const string Keys = "a\nb\na\nc\na\nb\n";
        _directory.Add("trace.gz", Gzip.Compress(Keys));
        (int exitCode, string output, string error) = await Run(Keys, "--json", "--capacity", "2", "-", "trace.gz");
        Assert.Equal((0, ""), (exitCode, error));
        JsonElement[] rows = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(["-", "trace.gz"], rows.Select(row => row.GetProperty("trace").GetString()));
        Assert.All(rows, row => Assert.Equal((6, 2, 4), (row.GetProperty("accesses").GetInt32(), row.GetProperty("hits").GetInt32(), row.GetProperty("misses").GetInt32())));
    }

    [Fact]
    public async Task WrongInputGivesOneLineOnStandardError()
    {
        (int exitCode, string output, string error) = await Run("", "missing");
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Equal("error: cannot read 'missing': no such file", error.TrimEnd());
    }

    private async Task<(int ExitCode, string Output, string Error)> Run(string standardInput, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            WorkingDirectory = _directory.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(standardInput);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
