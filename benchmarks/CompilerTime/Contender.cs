using System;

namespace IntrusiveLists.Benchmarks;

/// <summary>One of those that take turns.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Prepare">Makes what a round works on, by the number of the round, and returns the work that is measured.</param>
internal sealed record Contender(string Name, Func<int, Work> Prepare);
