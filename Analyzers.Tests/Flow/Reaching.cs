using System;
using System.Collections.Immutable;
using System.Linq;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// The values that a variable may have: <c>x=1</c> for each.
/// </summary>
internal sealed class Reaching(ImmutableSortedSet<string> values) : IFlowState<Reaching>
{
    public static readonly Reaching Nothing = new(ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    public Reaching Assign(string variable, string value) =>
        new(values.Except(values.Where(known => known.StartsWith(variable + "=", StringComparison.Ordinal))).Add($"{variable}={value}"));

    int IFlowState<Reaching>.Cost => 1;

    public Reaching Join(Reaching other) => new(values.Union(other.Values));

    public ImmutableSortedSet<string> Values => values;

    public bool Equals(Reaching? other) => other is not null && values.SetEquals(other.Values);

    public override bool Equals(object? obj) => Equals(obj as Reaching);

    public override int GetHashCode() => values.Count;
}
