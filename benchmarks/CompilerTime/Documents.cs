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

        - A quick run takes a quarter of an hour. Larger programs take fewer rounds.
        - **One process, in turn.** In every round each contender does the same work once, and each round begins with another one. What is compared are the ratios of single rounds:
          the median, and in brackets the quartiles.
        - **Processor time.** The time of all threads of the process. It counts work that a second processor does, and not what other processes do meanwhile.
        - **Warm.** Everything is compiled to optimised code when it is first called, on a small program and in a round that is not counted. References have been read by then; the program has not: it is parsed and bound anew in each round.

        ### Generator

        - The program: three heads of a class and two of a struct with a lock in one file, their elements in another, of which two are partial and one is not; and so on, until there are as many heads as the
          table says. One file has nothing to do with lists.
        - The control is a generator that does nothing but ask for the same attribute on the same syntax. **Same text** adds the files that ours generates, as finished texts: it leads to the same program, but for the file of an edited head.
        - **Until there is a result** is the generator driver and what comes after it: all diagnostics of the whole program at the first run, as in a build, and those of the edited files after an edit, as in an editor.
          This is what somebody waits for, and what the target is held to, beside *same text*. Where nothing has changed there is no more to wait for than the driver.
        - **Alone** is the time of the driver, also beside **empty**, which adds no file. In this stricter reading of the target it is missed: *empty* reads no tag and writes nothing, and is done when the compiler has found the attributes.
        - *Cold* is the first run. *No change* runs again on the same program, 20 times a round. *Unrelated edit* is another constant in the body of a method, *unrelated declaration* another field, both in the file without lists;
          *head renamed* is another name of one head, and *node renamed* another name of a node in the file of its element, and in the tag. Each round makes an edit that there has not been, after that of the round before.
        - The steps are counted from what the compiler records: those that come after a tag has been read into a value, and that are not taken from the last run.
        - An edit of a body declares nothing, so no tag is read again but those in the same file. After any other edit all tags are: what a tag means may depend on every declaration.

        ### Analyzers

        - A compilation goes from the texts to an assembly with its symbols: parse, generate, analyse, emit. The difference is the time with our analyzers and without them, all on one thread: several wait for each other in turn, which counts as work.
        - **Analyzers of the SDK** is what a build is made of where the project says nothing: the analyzers that come with the .NET SDK, with the severities of its default configuration, without those that could report neither a warning
          nor an error, which a build does not run either. This is the base of the targets.
        - Ordinary code: five files of 80 lines, compiled many times: single rounds differ by far more than two in a hundred, whoever takes them. *Heads in a program*: for five heads, 140 lines that use their lists and two ordinary files. *Heads and their use* has no ordinary file.
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
        page.Append($"- Length of the run: {(run.Quick ? "quick" : "full")}{(run.IsFinished ? "" : ", broken off before its end")}\n\n");
        TargetTable(page, run);
        GeneratorTable(page, run);
        AnalyzerTable(page, run);
        EachTable(page, run);
        return page.ToString();
    }

    private static void TargetTable(StringBuilder page, Run run)
    {
        page.Append("## Targets\n\nWhat is missed stands in bold. Of the generator: programs of ").AppendJoin(", ", run.StepsAfterEdit.Keys).Append(" heads.\n\n| target | at most | measured |\n|---|---|---|\n");
        foreach (Target target in Targets.Of(run))
        {
            page.Append($"| {target.Name} | {target.Limit} | {string.Join(", ", target.Measured)} |\n");
        }

        page.Append('\n');
    }

    private static void GeneratorTable(StringBuilder page, Run run)
    {
        page.Append("## Generator\n\n| program, scenario | ms, until there is a result | beside same text | ms, alone | beside empty | beside same text |\n|---|---|---|---|---|---|\n");
        foreach (Result result in run.Results.Where(result => result.Part == GeneratorTime.Part))
        {
            double repetitions = Scenario.RepetitionsOf(result.Workload);
            page.Append($"| {result.Workload} | ");
            page.Append(Targets.IsWaitedFor(result) ? FormattableString.Invariant($"{result.MillisecondsWaited(GeneratorTime.Ours):0} | {result.CompareWaits(GeneratorTime.Ours, GeneratorTime.SameText)} | ") : "| | ");
            page.Append(CultureInfo.InvariantCulture, $"{result.Milliseconds(GeneratorTime.Ours) / repetitions:0.##} | {result.Compare(GeneratorTime.Ours, GeneratorTime.Empty)} | {result.Compare(GeneratorTime.Ours, GeneratorTime.SameText)} |\n");
        }

        page.Append('\n');
    }

    private static void AnalyzerTable(StringBuilder page, Run run)
    {
        page.Append("## Analyzers\n\n| program | lines | ms, with the SDK's analyzers | added by ours |\n|---|---|---|---|\n");
        foreach (Result result in run.Results.Where(result => result.Part == AnalyzerTime.Part))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {result.Workload} | {run.Lines[result.Workload]} | {result.Milliseconds(AnalyzerTime.Sdk):0} | {result.Compare(AnalyzerTime.WithOurs, AnalyzerTime.Sdk).InPercent()} |\n");
        }

        page.Append('\n');
    }

    private static void EachTable(StringBuilder page, Run run)
    {
        page.Append($"## Each analyzer\n\nFor {Workloads.HeadsInProgram}, behind an idle analyzer, by the compiler's own clock.\n\n| analyzer | ms |\n|---|---|\n");
        page.AppendJoin(null, run.Each.Select(entry => FormattableString.Invariant($"| {entry.Key} | {entry.Value:0} |\n")));
    }
}
