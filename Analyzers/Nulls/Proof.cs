using System;
using System.Collections.Immutable;
using System.Linq;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// What the outcome of a condition proves.
/// </summary>
/// <param name="values">What is not null.</param>
/// <param name="counts">How many elements lists have at least.</param>
/// <param name="nulls">What is null.</param>
/// <param name="isImpossible">Whether there is no such outcome.</param>
internal sealed class Proof(ImmutableHashSet<Term> values, ImmutableDictionary<Term, int> counts, ImmutableHashSet<Term> nulls, bool isImpossible = false) : IEquatable<Proof>
{
    public static readonly Proof None = new(ImmutableHashSet<Term>.Empty, ImmutableDictionary<Term, int>.Empty, ImmutableHashSet<Term>.Empty);

    public static readonly Proof Impossible = new(None.Values, None.Counts, None.Nulls, isImpossible: true);

    public ImmutableHashSet<Term> Values => values;

    public ImmutableDictionary<Term, int> Counts => counts;

    public ImmutableHashSet<Term> Nulls => nulls;

    public bool IsImpossible => isImpossible;

    public bool IsEmpty => !isImpossible && values.IsEmpty && counts.IsEmpty && nulls.IsEmpty;

    /// <summary>Returns the proof that values are not null.</summary>
    public static Proof NotNull(params Term?[] notNull) => new(notNull.OfType<Term>().ToImmutableHashSet(), None.Counts, None.Nulls);

    /// <summary>Returns the proof that a value is null.</summary>
    public static Proof Null(Term? value) => value is null ? None : new(None.Values, None.Counts, None.Nulls.Add(value));

    /// <summary>Returns the proof that a list has no element.</summary>
    public static Proof Empty(Term? list) => list is null ? None : Null(new Term(Terms.First, list));

    /// <summary>Returns the proof that a list has so many elements.</summary>
    public static Proof AtLeast(Term? list, int count) => list is null || count <= 0 ? None : new(None.Values, None.Counts.Add(list, count), None.Nulls);

    /// <summary>Returns both proofs together.</summary>
    public Proof And(Proof other) =>
        other.IsEmpty ? this
        : IsEmpty ? other
        : new(
            values.Union(other.Values),
            other.Counts.Aggregate(counts, static (joined, list) => joined.TryGetValue(list.Key, out int count) && count >= list.Value ? joined : joined.SetItem(list.Key, list.Value)),
            nulls.Union(other.Nulls),
            isImpossible || other.IsImpossible);

    /// <summary>Returns what both proofs have in common.</summary>
    public Proof Or(Proof other) =>
        isImpossible ? other
        : other.IsImpossible ? this
        : new(
            values.Intersect(other.Values),
            counts.Where(list => other.Counts.ContainsKey(list.Key)).ToImmutableDictionary(list => list.Key, list => Math.Min(list.Value, other.Counts[list.Key])),
            nulls.Intersect(other.Nulls));

    /// <summary>Returns the possible part of a proof that holds.</summary>
    public Proof Where(Func<Term, bool> value, Func<Term, int, bool> count, Func<Term, bool> isNull) => IsEmpty
        ? this
        : new(values.Where(value).ToImmutableHashSet(), counts.Where(list => count(list.Key, list.Value)).ToImmutableDictionary(), nulls.Where(isNull).ToImmutableHashSet());

    /// <summary>Returns the proof with other terms.</summary>
    public Proof Map(Func<Term, Term?> map) => IsKeptBy(map) ? this : new(
        values.Select(map).OfType<Term>().ToImmutableHashSet(),
        counts.Where(list => map(list.Key) is not null).GroupBy(list => map(list.Key)!).ToImmutableDictionary(list => list.Key, list => list.Max(count => count.Value)),
        nulls.Select(map).OfType<Term>().ToImmutableHashSet(),
        isImpossible);

    /// <summary>Returns whether a map leaves all terms as they are.</summary>
    public bool IsKeptBy(Func<Term, Term?> map) => values.Concat(counts.Keys).Concat(nulls).All(term => term.IsKeptBy(map));

    public bool Equals(Proof? other) =>
        other is not null
        && isImpossible == other.IsImpossible
        && values.SetEquals(other.Values)
        && nulls.SetEquals(other.Nulls)
        && counts.Count == other.Counts.Count
        && counts.All(list => other.Counts.TryGetValue(list.Key, out int count) && count == list.Value);

    public override bool Equals(object? obj) => Equals(obj as Proof);

    public override int GetHashCode() => values.Count;
}
