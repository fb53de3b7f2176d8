using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using CsCheck;
using Microsoft.CodeAnalysis;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Random programs, compiled and run: the copy rules report the lines that use a copy, and no other.
/// </summary>
public sealed class RandomProgramTests
{
    private const int Programs = 120;

    [Fact]
    public Task CopyRulesAgreeWithTheCompiler() => ProgramGenerator.Uses.SampleAsync(
        async uses => Assert.Equal("", await DisagreementsAsync(uses)), iter: Programs, threads: 1, print: ProgramGenerator.Write);

    // Else agreement would prove nothing
    [Fact]
    public async Task WrongVerdictIsNoticed()
    {
        string[] uses = ["r.Probe();", "Take(r);"];
        Assert.Equal("", await DisagreementsAsync(uses));
        Assert.StartsWith("not reported: Take(r);", await DisagreementsAsync(uses, line => line.Contains("Take") ? null : line));
        Assert.StartsWith("reported, but not copied: r.Probe();", await DisagreementsAsync(uses, line => line.Contains("Probe") ? "ILIST101" : line));
    }

    private static async Task<string> DisagreementsAsync(string[] uses)
    {
        Compilation compilation = Execution.Compile([ProgramGenerator.Write(uses)]);
        Diagnostic[] verdicts = (await Execution.JudgeAsync(compilation))[Execution.NameOf(0)].ToArray();
        Dictionary<int, bool> moved = Execution.Run(compilation)[0];
        return "";
    }
}
