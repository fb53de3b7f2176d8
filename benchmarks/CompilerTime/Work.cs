using System;

namespace IntrusiveLists.Benchmarks;

/// <summary>What a contender does in one round.</summary>
/// <param name="Own">Its own work.</param>
/// <param name="Rest">What else is waited for until there is a result; null for nothing.</param>
internal sealed record Work(Action Own, Action? Rest = null);
