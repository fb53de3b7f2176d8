using System;

namespace IntrusiveLists.Tests.Scheduling;

/// <summary>What several threads do at the same time, with new data for each run.</summary>
/// <param name="Bodies">What each thread does.</param>
/// <param name="Check">What must hold when all have ended.</param>
internal sealed record Interleaving(Action[] Bodies, Action Check);
