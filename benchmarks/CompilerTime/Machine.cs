using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.CSharp;

namespace IntrusiveLists.Benchmarks;

/// <summary>Says where the program runs.</summary>
internal static class Machine
{
    public static IReadOnlyDictionary<string, string> Describe(SdkAnalyzers sdk) => new Dictionary<string, string>
    {
        ["System"] = RuntimeInformation.OSDescription,
        ["Processor"] = ProcessorName(),
        ["Processors"] = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture),
        ["Runtime"] = RuntimeInformation.FrameworkDescription,
        ["Compiler"] = "Roslyn " + typeof(CSharpCompilation).Assembly.GetName().Version!.ToString(2),
        ["SDK"] = $"{sdk.Version}, {sdk.Analyzers.Length} analyzers that can report a warning",
    };

    private static string ProcessorName()
    {
        const string Field = "model name";
        const string Information = "/proc/cpuinfo";
        string? line = File.Exists(Information) ? File.ReadLines(Information).FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':') + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
