using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace IntrusiveLists.Benchmarks;

/// <summary>Writes <c>compiler-time.md</c>.</summary>
internal static class Documents
{
    private const string Method = """
        `benchmarks/compiler-time.sh` measures what the generator and the analyzers add to the time of the compiler, and writes this page; `--quick` takes fewer rounds, `--json FILE` writes all rounds.

        ## Method

        - **One process, in turn.** In every round each contender does the same work once, and each round begins with another one. What is compared are the ratios of single rounds:
          the median, and in brackets the quartiles.
        - **Processor time.** The time of all threads of the process. It counts work that a second processor does, and not what other processes do meanwhile.
        - **Warm.** Everything is compiled to optimised code when it is first called, in a round that is not counted. References have been read by then; the program has not: it is parsed and bound anew in each round.

        ### Generator

        - The program: three heads of a class and two of a struct with a lock in one file, their elements in another, of which two are partial and one is not; and so on, until there are as many heads as the
          table says. One file has nothing to do with lists.
        - **empty** asks for the same attribute on the same syntax and does nothing with it: what is left is what the compiler needs to find the tags. **same text** is the same generator, but adds the files that ours
          generates, as finished texts: the compiler has to parse them, whoever writes them.
        - *Cold* is the first run. *No change* runs again on the same program, 20 times a round. *Unrelated edit* is another constant in a method of the file without lists, *head renamed* another name of one head,
          and *node renamed* another name of a node in the file of its element, and in the tag.
        - The steps are counted from what the compiler records: those that come after a tag has been read into a value, and that are not taken from the last run. To read the tags is a step that always runs, in every generator
          that asks for an attribute, since what a tag means may change anywhere.

        ### Analyzers

        - A compilation goes from the texts to an assembly with its symbols: parse, generate, analyse, emit. The difference is the time with our analyzers and without them.
        - **Analyzers of the SDK** is what a build is made of where the project says nothing: the analyzers that come with the .NET SDK, with the severities of its default configuration, without those that could report neither a warning
          nor an error, which a build does not run either. This is the base of the targets.
        - **Idle analyzer** asks for every body and does nothing with it. The SDK's analyzers do so too; the first analyzer that does makes the compiler bind every body a second time. **Compiler alone** runs no other analyzer, so that
          this is ours to pay. No build of the SDK is like that.
        - Ordinary code: 100 files of 80 lines. *Heads in a program*: for five heads, 140 lines that use their lists and two ordinary files. *Heads and their use* has no ordinary file, and *heads alone* nothing but declarations.
          A compilation without lists is one that refers to the runtime and does not use it.

        ## Caveats

        - The analyzers of the SDK get no properties of the build, such as the platforms that a project supports: in a real build they do a little more.
        - What is new in an analyzer's process is not counted: loading the assemblies, and the first compilation of their code, which a compiler server pays once.
        - Builds that run analyzers while they emit finish earlier than the sum of the processor times says.
        """;

    /// <summary>Returns the page.</summary>
    public static string Write(Run run)
    {
        var page = new StringBuilder("# The compiler's time\n\n");
        page.Append(Method.ReplaceLineEndings("\n")).Append("\n\n## Machine\n\n");
        page.AppendJoin(null, run.Machine.Select(entry => $"- {entry.Key}: {entry.Value}\n"));
        page.Append($"- Length of the run: {(run.Quick ? "quick" : "full")}\n\n");
        TargetTable(page, run);
        GeneratorTable(page, run);
        AnalyzerTable(page, run);
        EachTable(page, run);
        return page.ToString();
    }

    private static void TargetTable(StringBuilder page, Run run)
    {
        page.Append("## Targets\n\n| target | at most | measured |\n|---|---|---|\n");
        foreach (Target target in Targets.Of(run))
        {
            page.Append($"| {target.Name} | {target.Limit} | {(target.IsReached ? target.Measured : $"**{target.Measured}**")} |\n");
        }

        page.Append("\nWhat is missed stands in bold. The first run, and the one without a change, are held against the generator that adds the same text: the compiler parses the files at first, and puts them together in every run,\n"
            + "whichever generator they are from. After an edit ours is held against the one that adds nothing.\n\n");
    }

    private static void GeneratorTable(StringBuilder page, Run run)
    {
        page.Append("## Generator\n\n| program, scenario | ms | beside empty | beside same text |\n|---|---|---|---|\n");
        foreach (Result result in run.Results.Where(result => result.Part == GeneratorTime.Part))
        {
            double milliseconds = result.Milliseconds(GeneratorTime.Ours) / Scenario.RepetitionsOf(result.Workload);
            page.Append(CultureInfo.InvariantCulture, $"| {result.Workload} | {milliseconds:0.##} | {result.Compare(GeneratorTime.Ours, GeneratorTime.Empty)} | {result.Compare(GeneratorTime.Ours, GeneratorTime.SameText)} |\n");
        }

        page.Append('\n');
    }

    private static void AnalyzerTable(StringBuilder page, Run run)
    {
        string[] bases = [AnalyzerTime.Sdk, AnalyzerTime.Idle, AnalyzerTime.Alone];
        page.Append("## Analyzers\n\n| program | lines | ms, compiler alone |").AppendJoin(null, bases.Select(other => $" added to {other} |")).Append("\n|---|---|---|---|---|---|\n");
        foreach (Result result in run.Results.Where(result => result.Part == AnalyzerTime.Part))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {result.Workload} | {run.Lines[result.Workload]} | {result.Milliseconds(AnalyzerTime.Alone):0} |");
            page.AppendJoin(null, bases.Select(other => $" {result.Compare(AnalyzerTime.WithOurs(other), other).InPercent()} |")).Append('\n');
        }

        page.Append('\n');
    }

    private static void EachTable(StringBuilder page, Run run)
    {
        page.Append($"## Each analyzer\n\nFor {Workloads.HeadsInProgram}, behind an idle analyzer, by the compiler's own clock.\n\n| analyzer | ms |\n|---|---|\n");
        page.AppendJoin(null, run.Each.Select(entry => FormattableString.Invariant($"| {entry.Key} | {entry.Value:0} |\n")));
    }
}
