using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using IntrusiveLists;
using Samples;

namespace MapValues;

/// <summary>Indexes texts by several threads at once, and checks the index against a plain one.</summary>
internal static class Program
{
    /// <summary>Runs the program.</summary>
    /// <returns>The exit code.</returns>
    internal static int Run(string[] arguments, Stream input, Progress progress, TextWriter output, TextWriter error)
    {
        var options = Options.Parse(arguments);
        if (options.ShowHelp)
        {
            output.Write(Options.Usage);
            return 0;
        }

        var failures = new Failures(error);
        foreach (string mistake in options.Errors)
        {
            failures.AddInput(mistake);
        }

        List<Document> documents = [.. options.Files.Count == 0 ? BuiltIn() : Read(options.Files, new InputReader(input, progress), failures)];
        if (documents.Count > 0)
        {
            Figures figures = IndexRun.Run(new Corpus(documents), options.Threads, options.Top, progress);
            TextReport.Write(output, figures, IntrusiveListSwitches.Hardened);
            foreach (string difference in figures.Differences)
            {
                failures.AddDisagreement(difference);
            }
        }

        return failures.ExitCode;
    }

    private static int Main(string[] arguments)
    {
        using Stream input = Console.OpenStandardInput();
        var progress = new Progress(Console.IsErrorRedirected ? TextWriter.Null : Console.Error, TimeProvider.System);
        return Run(arguments, input, progress, Console.Out, Console.Error);
    }

    private static IEnumerable<Document> BuiltIn() => EmbeddedText.Read().Select(text => new Document(text.Name, [.. text.Words]));

    private static IEnumerable<Document> Read(IEnumerable<string> paths, InputReader reader, Failures failures)
    {
        foreach (string path in paths)
        {
            Document? document = null;
            try
            {
                document = reader.Read(path, lines => new Document(path, [.. lines.SelectMany(EmbeddedText.WordsOf)]));
            }
            catch (InputException unreadable)
            {
                failures.AddInput(unreadable.Message);
            }

            if (document is not null)
            {
                yield return document;
            }
        }
    }
}
