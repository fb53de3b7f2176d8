using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Samples;

/// <summary>A command line that is read from left to right. What is wrong is collected, a line each, and otherwise left out.</summary>
internal sealed class Arguments(IEnumerable<string> arguments)
{
    private readonly Queue<string> _remaining = new(arguments);
    private readonly List<string> _errors = [];

    /// <summary>Gets what is wrong.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Takes the next argument, if there is one.</summary>
    public bool TryTake([NotNullWhen(true)] out string? argument) => _remaining.TryDequeue(out argument);

    /// <summary>Takes the value of an option: a whole number from 1 up.</summary>
    /// <returns>The number; null when it is missing or wrong.</returns>
    public int? TakeNumber(string option, int maximum = int.MaxValue)
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

    /// <summary>Reports an option that there is not.</summary>
    public void AddUnknown(string option) => _errors.Add($"unknown option '{option}'; --help lists the options");
}
