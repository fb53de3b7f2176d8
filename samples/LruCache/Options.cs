using System;
using System.Collections.Generic;
using System.Globalization;

namespace LruCache;

/// <summary>What the command line asks for.</summary>
internal sealed class Options
{
    /// <summary>How the program is used.</summary>
    public const string Usage = """
        Replays traces on two LRU caches, one over an intrusive list and one over LinkedList<T>, and compares them.

        Usage: LruCache [--capacity N]... [--json] [trace...]

          trace          a file with one key a line; blank lines are skipped, .gz is read directly, - is standard input
                         (default: the words of this project, which are built in)
          --capacity N   how many keys the caches hold; may be repeated (default: 100, 400, 1600)
          --json         print one JSON object a line
          --help         print this

        Exit code: 0; 1 if the caches disagree about a trace; 2 if an argument or a trace was wrong. What is right is replayed all the same.

        """;

    private const string CapacityName = "--capacity";

    private static readonly int[] DefaultCapacities = [100, 400, 1600];

    private readonly List<int> _capacities = [];
    private readonly List<string> _traces = [];
    private readonly List<string> _errors = [];
    private bool _capacityGiven;

    private Options()
    {
    }

    /// <summary>Gets whether to print the usage and do nothing else.</summary>
    public bool ShowHelp { get; private set; }

    /// <summary>Gets whether to print JSON.</summary>
    public bool Json { get; private set; }

    /// <summary>Gets the capacities. Empty when all that were given are wrong.</summary>
    public IReadOnlyList<int> Capacities => _capacityGiven ? _capacities : DefaultCapacities;

    /// <summary>Gets the paths of the traces. Empty for the built-in trace.</summary>
    public IReadOnlyList<string> Traces => _traces;

    /// <summary>Gets what is wrong with the command line, a line each.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Reads a command line. What is wrong goes to <see cref="Errors"/> and is otherwise left out.</summary>
    public static Options Parse(string[] arguments)
    {
        var options = new Options();
        var remaining = new Queue<string>(arguments);
        while (remaining.TryDequeue(out string? argument))
        {
            options.Add(argument, remaining);
        }

        return options;
    }

    private void Add(string argument, Queue<string> remaining)
    {
        switch (argument)
        {
            case "--help" or "-h":
                ShowHelp = true;
                break;
            case "--json":
                Json = true;
                break;
            case CapacityName:
                AddCapacity(TakeValue(remaining));
                break;
            case ['-', _, ..]:
                _errors.Add($"unknown option '{argument}'; --help lists the options");
                break;
            default:
                _traces.Add(argument);
                break;
        }
    }

    private static string? TakeValue(Queue<string> remaining)
    {
        // Another option where the value should be means that the value is missing; a negative number is a value.
        bool hasValue = remaining.TryPeek(out string? next) && !next.StartsWith("--", StringComparison.Ordinal);
        return hasValue ? remaining.Dequeue() : null;
    }

    private void AddCapacity(string? value)
    {
        _capacityGiven = true;
        if (value == null)
        {
            _errors.Add($"{CapacityName} needs a number");
        }
        else if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int capacity) && capacity > 0)
        {
            _capacities.Add(capacity);
        }
        else
        {
            _errors.Add(FormattableString.Invariant($"{CapacityName} '{value}' is not a whole number from 1 to {int.MaxValue}"));
        }
    }
}
