using System.Collections.Generic;
using Samples;

namespace LruCache;

/// <summary>What the command line asks for.</summary>
internal sealed class Options : CommandLine
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
    private bool _capacityGiven;

    private Options(string[] arguments)
        : base(arguments)
    {
    }

    /// <summary>Gets whether to print JSON.</summary>
    public bool Json { get; private set; }

    /// <summary>Gets the capacities. Empty when all that were given are wrong.</summary>
    public IReadOnlyList<int> Capacities => _capacityGiven ? _capacities : DefaultCapacities;

    /// <summary>Gets the paths of the traces. Empty for the built-in trace.</summary>
    public IReadOnlyList<string> Traces => _traces;

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
            case "--json":
                Json = true;
                return true;
            case CapacityName:
                AddCapacity();
                return true;
            default:
                return TryAddTrace(argument);
        }
    }

    private bool TryAddTrace(string path)
    {
        if (IsOption(path))
        {
            return false;
        }

        _traces.Add(path);
        return true;
    }

    private void AddCapacity()
    {
        _capacityGiven = true;
        if (TakeNumber(CapacityName) is { } capacity)
        {
            _capacities.Add(capacity);
        }
    }
}
