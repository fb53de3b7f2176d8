using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Basic.Reference.Assemblies;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// Runs the command-line compiler with generator and analyzers, as a build does.
/// </summary>
/// <remarks>A test harness asks analyzers whatever the compiler says; a build asks them only when the declarations are without error.</remarks>
internal sealed class CommandLine : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("ilist").FullName;

    /// <summary>Compiles sources as a library; returns what the compiler prints, a line each.</summary>
    public IReadOnlyList<string> Compile(string source, params string[] options) => Compile(source, FrameworkReferences(), typeof(ListHead).Assembly.Location, options);

    /// <summary>Compiles sources against netstandard2.0.</summary>
    public IReadOnlyList<string> CompileForNetStandard(string source, params string[] options) =>
        Compile(source, Directory.EnumerateFiles(TestPaths.NetStandardReferences, "*.dll"), TestPaths.NetStandardRuntime, options);

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private IReadOnlyList<string> Compile(string source, IEnumerable<string> references, string runtime, string[] options)
    {
        string file = Path.Combine(_directory, "Source.cs");
        File.WriteAllText(file, source);
        string[] arguments =
        [
            "/nologo", "/noconfig", "/nostdlib", "/target:library", "/warnaserror", "/nowarn:1701,1702", "/nullable:enable", "/langversion:latest",
            $"/out:{Path.Combine(_directory, "Output.dll")}",
            .. references.Append(runtime).Select(reference => $"/reference:{reference}"),
            $"/analyzer:{typeof(ListGenerator).Assembly.Location}",
            $"/analyzer:{typeof(Analyzers.DeclarationAnalyzer).Assembly.Location}",
            .. options,
            file,
        ];
        string response = Path.Combine(_directory, "arguments.rsp");
        File.WriteAllLines(response, arguments.Skip(2).Select(argument => $"\"{argument}\""));
        return Run(["exec", TestPaths.CompilerPath, "/nologo", "/noconfig", $"@{response}"]);
    }

    private static string[] Run(string[] arguments)
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using Process process = Process.Start(new ProcessStartInfo(host, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();

        // The compiler also tells which of its diagnostics a suppressor has silenced.
        string[] lines = [.. output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.Contains(": info SP0001:", StringComparison.Ordinal))];
        Xunit.Assert.True(lines.Length > 0 == (process.ExitCode != 0), output);
        return lines;
    }

    private string[] FrameworkReferences()
    {
        string directory = Path.Combine(_directory, "framework");
        if (!Directory.Exists(directory))
        {
            Directory.CreateDirectory(directory);
            foreach (Net80.ReferenceInfo info in Net80.ReferenceInfos.All)
            {
                File.WriteAllBytes(Path.Combine(directory, info.FileName), info.ImageBytes);
            }
        }

        return Directory.GetFiles(directory);
    }
}
