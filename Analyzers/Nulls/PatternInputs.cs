using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds what a pattern is matched with: of <c>owner is { Ready.First: { IsNull: false } first }</c>, <c>owner.Ready.First</c> is matched with the inner one.
/// </summary>
internal static class PatternInputs
{
    /// <summary>Returns the operation whose value a pattern is matched with: a member of another pattern stands for itself. Null where there is none, as for an element of a captured tuple.</summary>
    public static IOperation? Of(IPatternOperation pattern, FlowTargets? targets = null)
    {
        IPatternOperation outermost = OutermostOf(pattern);

        return outermost.Parent switch
        {
            IIsPatternOperation match => match.Value,
            IPropertySubpatternOperation property => property.Member,
            IRecursivePatternOperation outer when TupleOf(outer, targets) is { } tuple => tuple.Elements.ElementAtOrDefault(IndexIn(outer, outermost)),
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => choice.Value,
            IPatternCaseClauseOperation { Parent.Parent: ISwitchOperation choice } => choice.Value,
            _ => null,
        };
    }

    /// <summary>Returns the pattern for a tuple that a pattern is for an element of, and which element that is.</summary>
    public static (IPatternOperation Tuple, int Index)? PlaceOf(IPatternOperation pattern)
    {
        IPatternOperation outermost = OutermostOf(pattern);

        return outermost.Parent is IRecursivePatternOperation outer && IndexIn(outer, outermost) is >= 0 and var index ? (outer, index) : null;
    }

    /// <summary>Returns the pattern that an operation stands for the input of.</summary>
    public static IPatternOperation? PatternOf(IInstanceReferenceOperation input)
    {
        IOperation? current = input.ReferenceKind == InstanceReferenceKind.PatternInput ? input : null;
        while (current is not (null or IPatternOperation))
        {
            current = current.Parent;
        }

        return (IPatternOperation?)current;
    }

    private static int IndexIn(IRecursivePatternOperation tuple, IPatternOperation element) => tuple.DeconstructionSubpatterns.IndexOf(element);

    /// <summary>Returns the pattern with all that is combined with it by <c>not</c>, <c>and</c>, <c>or</c>: these are matched with the same.</summary>
    private static IPatternOperation OutermostOf(IPatternOperation pattern)
    {
        IPatternOperation current = pattern;
        while (current.Parent is INegatedPatternOperation or IBinaryPatternOperation)
        {
            current = (IPatternOperation)current.Parent;
        }

        return current;
    }

    private static ITupleOperation? TupleOf(IRecursivePatternOperation pattern, FlowTargets? targets) =>
        Of(pattern, targets) is { } value ? (targets?.Of(value) ?? value) as ITupleOperation : null;
}
