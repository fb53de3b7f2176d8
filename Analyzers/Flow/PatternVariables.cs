using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds the variables that a pattern gives its whole value to, or that of a member.
/// </summary>
internal static class PatternVariables
{
    /// <summary>Returns the variable that gets the whole value: of <c>var x</c>, <c>{ IsNull: false } x</c>, <c>not { } x</c>.</summary>
    public static ISymbol? DeclaredBy(IPatternOperation pattern)
    {
        IPatternOperation matched = pattern;
        while (matched is INegatedPatternOperation negated)
        {
            matched = negated.Pattern;
        }

        return (matched as IDeclarationPatternOperation)?.DeclaredSymbol ?? (matched as IRecursivePatternOperation)?.DeclaredSymbol;
    }

    /// <summary>Returns the variables that get the value of a member, with the member: of <c>{ Next.Node: var x }</c>.</summary>
    public static IEnumerable<(ISymbol Variable, IOperation Member)> DeclaredByMembers(IPatternOperation pattern) =>
        from member in pattern.Descendants().OfType<IPropertySubpatternOperation>()
        let variable = DeclaredBy(member.Pattern)
        where variable is not null
        select (variable, member.Member);
}
