using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds the variables that a pattern gives its whole value to, or that of a member or item.
/// </summary>
internal static class PatternVariables
{
    /// <summary>Returns the variable that gets the whole value: of <c>var x</c>, <c>{ IsNull: false } x</c>, <c>not { } x</c>.</summary>
    public static ISymbol? DeclaredBy(IPatternOperation pattern)
    {
        IPatternOperation matched = Matched(pattern);
        return (matched as IDeclarationPatternOperation)?.DeclaredSymbol ?? (matched as IRecursivePatternOperation)?.DeclaredSymbol;
    }

    /// <summary>Returns the variables that get the value of a member, with the member: of <c>{ Next.Node: var x }</c>.</summary>
    public static IEnumerable<(ISymbol Variable, IOperation Member)> DeclaredByMembers(IPatternOperation pattern) =>
        from member in pattern.Descendants().OfType<IPropertySubpatternOperation>()
        let variable = DeclaredBy(member.Pattern)
        where variable is not null
        select (variable, member.Member);

    /// <summary>Returns the variables that get an item of the whole value, with its index, and the parameter of the method that takes the value apart; null for a tuple: of <c>(var x, _)</c>.</summary>
    public static IEnumerable<(ISymbol Variable, IParameterSymbol? Parameter, int Index)> DeclaredByItems(IPatternOperation pattern) =>
        Matched(pattern) is IRecursivePatternOperation positional
            ? from item in positional.DeconstructionSubpatterns.Select((inner, index) => (Variable: DeclaredBy(inner), Index: index))
              where item.Variable is not null
              select (item.Variable, ParameterOf(positional.DeconstructSymbol, item.Index), item.Index)
            : [];

    private static IPatternOperation Matched(IPatternOperation pattern)
    {
        IPatternOperation matched = pattern;
        while (matched is INegatedPatternOperation negated)
        {
            matched = negated.Pattern;
        }

        return matched;
    }

    // An extension method has its receiver first.
    private static IParameterSymbol? ParameterOf(ISymbol? deconstruct, int index) =>
        deconstruct is IMethodSymbol method ? method.Parameters.ElementAtOrDefault(method.IsExtensionMethod && method.ReducedFrom is null ? index + 1 : index) : null;
}
