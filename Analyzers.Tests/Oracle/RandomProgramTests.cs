using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using CsCheck;
using Microsoft.CodeAnalysis;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Random programs, compiled and run: the copy rules report the uses of a copy, and no others.
/// </summary>
public sealed class RandomProgramTests
{
    private const int Programs = 60;

    [Fact]
    public Task CopyRulesAgreeWithTheCompiler() => ProgramGenerator.Uses.SampleAsync(
        async uses =>
        {
            Compilation program = Execution.Compile([ProgramGenerator.Write(uses)]);
            HashSet<int> reported = await ReportedAsync(program);
            string[] disagreements = Disagreements(uses, reported, program);
            Assert.True(disagreements.Length == 0, string.Join("\n", disagreements));
        },
        iter: Programs,
        threads: 1,
        print: ProgramGenerator.Write);

    // Else agreement would prove nothing.
    [Fact]
    public async Task WrongVerdictsAreNoticed()
    {
        string[] uses = ["r.Probe();", "Take(r);"];
        Compilation program = Execution.Compile([ProgramGenerator.Write(uses)]);
        Assert.Equal(1, Assert.Single(await ReportedAsync(program)));
        Assert.Equal(["Reported, but in place: r.Probe();"], Disagreements(uses, [0, 1], program));
        Assert.Equal(["Copied, but not reported: Take(r);"], Disagreements(uses, [], program));
    }

    /// <summary>Returns the numbers of the uses for which a copy rule reports something.</summary>
    private static async Task<HashSet<int>> ReportedAsync(Compilation program) =>
        (await Execution.JudgeAsync(program))[Execution.NameOf(0)]
            .Select(diagnostic => ProgramGenerator.UseAt(diagnostic.Location.GetLineSpan().StartLinePosition.Line))
            .ToHashSet();

    private static string[] Disagreements(string[] uses, HashSet<int> reported, Compilation program) =>
        Execution.Run(program).Single().OrderBy(use => use.Key)
            .Where(use => use.Value != reported.Contains(use.Key))
            .Select(use => $"{(use.Value ? "Copied, but not reported" : "Reported, but in place")}: {uses[use.Key]}")
            .ToArray();
}
