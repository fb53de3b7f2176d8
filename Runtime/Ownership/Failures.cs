using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;

namespace IntrusiveLists;

/// <summary>
/// What went wrong while something was done to its end all the same.
/// </summary>
internal struct Failures
{
    private List<Exception>? _all;

    /// <summary>Gets whether there were any.</summary>
    public readonly bool Any => _all is not null;

    /// <summary>Adds what was caught.</summary>
    public void Add(Exception failure) => (_all ??= []).Add(failure);

    /// <summary>Throws a single failure as it was, and several together; returns where there was none.</summary>
    /// <exception cref="AggregateException">There were several.</exception>
    public readonly void Throw()
    {
        if (_all is { Count: 1 })
        {
            ExceptionDispatchInfo.Capture(_all[0]).Throw();
        }

        if (_all is not null)
        {
            throw new AggregateException(_all);
        }
    }
}
