using System;
using System.Collections.Generic;
using Samples;

namespace MapValues;

/// <summary>What the command line asks for.</summary>
internal sealed class Options : CommandLine
{
    /// <summary>How the program is used.</summary>
    public const string Usage = """
        Builds an inverted index of text files by several threads, queries it and removes words while they still add, and checks every count against a plain index.

        Usage: MapValues [--threads N] [--top N] [file...]

          file           a text file; .gz is read directly, - is standard input (default: the texts of this project, which are built in)
          --threads N    how many threads add words (default: one for each processor, but at least 2)
          --top N        how many of the most frequent words to print (default: 10)
          --help         print this

        Exit code: 0; 1 if a count differs; 2 if an argument or a file was wrong. What is right is indexed all the same.

        """;

    private const string ThreadsName = "--threads";
    private const string TopName = "--top";
    private const int MaximalThreads = 1024;

    private readonly List<string> _files = [];

    private Options(string[] arguments)
        : base(arguments)
    {
    }

    /// <summary>Gets how many threads add words.</summary>
    public int Threads { get; private set; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>Gets how many words to print.</summary>
    public int Top { get; private set; } = 10;

    /// <summary>Gets the paths of the files. Empty for the built-in texts.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Reads a command line. What is wrong goes to <see cref="CommandLine.Errors"/> and is otherwise left out.</summary>
    public static Options Parse(string[] arguments)
    {
        var options = new Options(arguments);
        options.Read();
        return options;
    }

    /// <inheritdoc/>
    protected override bool TryAdd(string argument)
    {
        switch (argument)
        {
            case ThreadsName:
                Threads = TakeNumber(ThreadsName, MaximalThreads) ?? Threads;
                return true;
            case TopName:
                Top = TakeNumber(TopName) ?? Top;
                return true;
            default:
                return TryAddFile(argument);
        }
    }

    private bool TryAddFile(string path)
    {
        if (IsOption(path))
        {
            return false;
        }

        _files.Add(path);
        return true;
    }
}
