using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// What is to be known of the list operations that may return null, as terms.
/// </summary>
internal static class ListOperations
{
    /// <summary>Returns when a list operation returns null; null for any other term.</summary>
    public static string? WhenNull(Term value) => value.Key switch
    {
        Terms.First or Terms.Last => "when the list is empty",
        Terms.Next => "behind the last element",
        Terms.Previous => "before the first element",
        _ => null,
    };

    /// <summary>Returns the list of such an operation.</summary>
    public static Term? ListOf(Term value) => WhenNull(value) is null ? null : value.Parts.FirstOrDefault();

    /// <summary>Returns the statement that a value is null: of both ends of a list, that it is empty.</summary>
    public static Term Absence(Term value) => value is { Key: Terms.First or Terms.Last, Parts: [{ } list] } ? new Term(Terms.IsEmpty, list) : new Term(Terms.IsNull, value);

    /// <summary>Returns the value of which a statement says that it is null; null for any other term.</summary>
    public static Term? AbsentIn(Term statement) => statement switch
    {
        { Key: Terms.IsEmpty, Parts: [{ } list] } => new Term(Terms.First, list),
        { Key: Terms.IsNull, Parts: [{ } value] } => value,
        _ => null,
    };

    /// <summary>Returns how many elements a list needs for a result that is not null; null where that depends on the element.</summary>
    public static int? CountNeeded(Term value) => value.Key switch
    {
        Terms.First or Terms.Last => 1,
        _ when IsSecond(value) => 2,
        _ => null,
    };

    /// <summary>Returns whether a value is the second element, from the front or the back.</summary>
    public static bool IsSecond(Term value) => value switch
    {
        { Key: Terms.Next, Parts: [{ } list, { Key: Terms.First } first] } => list.Equals(first.Parts.FirstOrDefault()),
        { Key: Terms.Previous, Parts: [{ } list, { Key: Terms.Last } last] } => list.Equals(last.Parts.FirstOrDefault()),
        _ => false,
    };

    /// <summary>Returns whether a term depends on the order of a list, or on which elements it has.</summary>
    public static bool MentionsOrder(Term term, Term list) => ((WhenNull(term) is not null || term.Key is Terms.NotSingle) && list.Equals(term.Parts.FirstOrDefault())) || term.Parts.Any(part => MentionsOrder(part, list));

    /// <summary>Returns whether a term is the number of elements of a list.</summary>
    public static bool IsCount(Term term, Term list) => (term.Key is Terms.Count or Terms.LastIndex) && list.Equals(term.Parts.FirstOrDefault());

    /// <summary>Returns whether a method is one of the runtime's, or of a generated link.</summary>
    public static bool IsOurs(IMethodSymbol method) =>
        method.ContainingType is { } type
        && (type.IsIntrusiveList() || type.IsListLink() || type.IsNativePool() || type.IsPtr() || type.Interfaces.Any(implemented => implemented.IsListLinkInterface()));

    /// <summary>Returns the list that a walk goes through: <c>list.Reversed().GetEnumerator()</c>.</summary>
    public static Term ListOfWalk(Term walk)
    {
        Term current = walk;
        while (current is { Key: IMethodSymbol { Name: "GetEnumerator" or "Reversed" or "StartingAt" }, Parts: [{ } source, ..] })
        {
            current = source;
        }

        return current;
    }
}
