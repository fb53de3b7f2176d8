using System;
using System.Collections.Immutable;
using System.Linq;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// An expression as an analysis knows it again: a variable, or a member of another expression with its arguments.
/// </summary>
/// <param name="key">The symbol, flow capture, constant or sign that the expression is made by.</param>
/// <param name="parts">The receiver and the arguments.</param>
internal sealed class Term(object key, params Term[] parts) : IEquatable<Term>
{
    private readonly int _hash = parts.Aggregate(key.GetHashCode(), (hash, part) => unchecked((hash * 31) + part.GetHashCode()));

    public object Key => key;

    public ImmutableArray<Term> Parts { get; } = ImmutableArray.Create(parts);

    /// <summary>Gets of how many expressions this is made.</summary>
    public int Size { get; } = 1 + parts.Sum(part => part.Size);

    /// <summary>Returns whether this is another expression or made of it.</summary>
    public bool Mentions(Term other) => Equals(other) || Parts.Any(part => part.Mentions(other));

    /// <summary>Returns this with one expression in place of another.</summary>
    public Term Replace(Term old, Term replacement) =>
        Equals(old) ? replacement : Mentions(old) ? new Term(Key, Parts.Select(part => part.Replace(old, replacement)).ToArray()) : this;

    /// <summary>Returns whether a map leaves this as it is.</summary>
    public bool IsKeptBy(Func<Term, Term?> map) => ReferenceEquals(map(this), this);

    public bool Equals(Term? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && Key.Equals(other.Key) && Parts.SequenceEqual(other.Parts));

    public override bool Equals(object? obj) => Equals(obj as Term);

    public override int GetHashCode() => _hash;
}
