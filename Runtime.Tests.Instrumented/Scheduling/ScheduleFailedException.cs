using System;
using System.Collections.Generic;

namespace IntrusiveLists.Tests.Scheduling;

/// <summary>A schedule under which something goes wrong.</summary>
/// <param name="trace">The steps, in order: the number of the actor and where it stopped.</param>
/// <param name="failure">What went wrong.</param>
internal sealed class ScheduleFailedException(IEnumerable<string> trace, Exception failure)
    : Exception($"{failure.Message}{Environment.NewLine}Schedule:{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", trace)}", failure);
