using Samples;

namespace TimerWheel;

/// <summary>What the command line asks for.</summary>
internal sealed class Options : CommandLine
{
    /// <summary>How the program is used.</summary>
    public const string Usage = """
        Schedules, cancels and fires timers on a hierarchical timer wheel and in a PriorityQueue, and compares their order and their times.

        Usage: TimerWheel [--timers N] [--cancel PERCENT] [--seed N]

          --timers N        how many timers there are (default: 1000000)
          --cancel PERCENT  which share of them is cancelled, from 1 to 100 (default: 75)
          --seed N          determines delays and cancellations (default: 1)
          --help            print this

        Exit code: 0; 1 if the two fire in different orders; 2 if an argument was wrong.

        """;

    private const string TimersName = "--timers";
    private const string CancelName = "--cancel";
    private const string SeedName = "--seed";
    private const int MaximalTimers = 100_000_000;

    private Options(string[] arguments)
        : base(arguments)
    {
    }

    /// <summary>Gets how many timers there are.</summary>
    public int Timers { get; private set; } = 1_000_000;

    /// <summary>Gets which share of them is cancelled.</summary>
    public int CancelledPercent { get; private set; } = 75;

    /// <summary>Gets what determines the scenario.</summary>
    public int Seed { get; private set; } = 1;

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
            case TimersName:
                Timers = TakeNumber(TimersName, MaximalTimers) ?? Timers;
                return true;
            case CancelName:
                CancelledPercent = TakeNumber(CancelName, 100) ?? CancelledPercent;
                return true;
            case SeedName:
                Seed = TakeNumber(SeedName) ?? Seed;
                return true;
            default:
                return false;
        }
    }
}
