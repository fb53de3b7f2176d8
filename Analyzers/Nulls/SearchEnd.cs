using System;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Where a search through several lists ends that finds none: <c>while (i &lt; n &amp;&amp; lists[i].IsEmpty) i++</c> at <c>n</c>, one that starts with <c>found = -1</c> there.
/// An index that is not there has found a list that is not empty, and so has an element with a list of its own that is not null.
/// </summary>
internal static class SearchEnd
{
    private const string Index = "index is";
    private const string Bound = "index has come to";

    /// <summary>Returns whether a method may search: where there is no index, and no list of an element, there are no several lists.</summary>
    public static bool IsPossible(IOperation root) => EvaluationOrder.Of(root).Any(static operation => operation switch
    {
        IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: false } => true,
        IPropertyReferenceOperation { Instance: IPropertyReferenceOperation { Instance.Type: { } owner } } list => owner.IsPtr() && list.Type.IsIntrusiveList(),
        _ => false,
    });

    /// <summary>Returns the statement that an index has been given a number.</summary>
    public static Term At(decimal place, Term index) => new((Index, place), index);

    /// <summary>
    /// Returns the statement that an index has come to a number, or so far from a bound, by an outcome of a comparison with it; null where there is no such place.
    /// It is taken to be the nearest of all: correct code must not be rejected.
    /// </summary>
    public static Term? Behind(decimal number, Term[] indexAndBound, BinaryOperatorKind comparison, bool outcome)
    {
        decimal? place = (comparison, outcome) switch
        {
            (BinaryOperatorKind.Equals, true) or (BinaryOperatorKind.NotEquals, false) => number,
            (BinaryOperatorKind.LessThan, false) or (BinaryOperatorKind.LessThanOrEqual, true) => number,
            (BinaryOperatorKind.GreaterThan, false) or (BinaryOperatorKind.GreaterThanOrEqual, true) => number,
            (BinaryOperatorKind.LessThan, true) or (BinaryOperatorKind.GreaterThanOrEqual, false) => number - 1,
            (BinaryOperatorKind.LessThanOrEqual, false) or (BinaryOperatorKind.GreaterThan, true) => number + 1,
            _ => null,
        };
        return place is { } known ? new Term((Bound, known), indexAndBound) : null;
    }

    /// <summary>Returns where an index is by a statement; null where that says nothing of an index.</summary>
    public static decimal? PlaceIn(Term statement) => statement.Key is ValueTuple<string, decimal> { Item1: Index or Bound } key ? key.Item2 : null;

    /// <summary>Returns whether a statement is certain, and not only taken to be the nearest.</summary>
    public static bool IsCertain(Term statement) => statement.Key is ValueTuple<string, decimal> { Item1: Index };
}
