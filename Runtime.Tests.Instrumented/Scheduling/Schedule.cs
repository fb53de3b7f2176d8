using System;
using System.Collections.Generic;

namespace IntrusiveLists.Tests.Scheduling;

/// <summary>The decisions of one run, and the way to those of the next: depth first, through all of them.</summary>
internal sealed class Schedule
{
    private readonly List<Choice> _choices = [];
    private int _position;

    /// <summary>Decides; the first time for the first alternative.</summary>
    public int Choose(int alternatives)
    {
        if (_position == _choices.Count)
        {
            _choices.Add(new Choice(0, alternatives));
        }

        Choice choice = _choices[_position++];
        return choice.Alternatives == alternatives
            ? choice.Taken
            : throw new InvalidOperationException("The same decisions have led elsewhere: something else than the schedule decides too.");
    }

    /// <summary>Goes on to the next schedule.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        _position = 0;
        while (_choices.Count > 0 && _choices[^1].IsLast)
        {
            _choices.RemoveAt(_choices.Count - 1);
        }

        if (_choices.Count == 0)
        {
            return false;
        }

        _choices[^1] = _choices[^1] with { Taken = _choices[^1].Taken + 1 };
        return true;
    }
}
