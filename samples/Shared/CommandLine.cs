using System;
using System.Collections.Generic;
using System.Globalization;

namespace Samples;

/// <summary>A command line that is read from left to right. What is wrong is collected, a line each, and otherwise left out.</summary>
internal abstract class CommandLine(IEnumerable<string> arguments)
{
    private readonly Queue<string> _remaining = new(arguments);
    private readonly List<string> _errors = [];

    /// <summary>Gets whether to print the usage and do nothing else.</summary>
    public bool ShowHelp { get; private set; }

    /// <summary>Gets what is wrong with the command line, a line each.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Reads all arguments.</summary>
    protected void Read()
    {
        while (_remaining.TryDequeue(out string? argument))
        {
            if (argument is "--help" or "-h")
            {
                ShowHelp = true;
            }
            else if (!TryAdd(argument))
            {
                _errors.Add($"unknown option '{argument}'; --help lists the options");
            }
        }
    }

    /// <summary>Takes an argument, and the value behind it where it has one.</summary>
    /// <returns>Whether there is such an argument.</returns>
    protected abstract bool TryAdd(string argument);

    /// <summary>Returns whether an argument is an option; a single dash is none.</summary>
    protected static bool IsOption(string argument) => argument is ['-', _, ..];

    /// <summary>Takes the value of an option: a whole number from 1 up.</summary>
    /// <returns>The number; null when it is missing or wrong.</returns>
    protected int? TakeNumber(string option, int maximum = int.MaxValue)
    {
        // Another option where the value should be means that the value is missing; a negative number is a value.
        if (!_remaining.TryPeek(out string? next) || next.StartsWith("--", StringComparison.Ordinal))
        {
            _errors.Add($"{option} needs a number");
            return null;
        }

        string value = _remaining.Dequeue();
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= maximum)
        {
            return number;
        }

        _errors.Add(FormattableString.Invariant($"{option} '{value}' is not a whole number from 1 to {maximum}"));
        return null;
    }
}
