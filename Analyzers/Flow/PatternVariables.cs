using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds the variable that a pattern gives its whole value to.
/// </summary>
internal static class PatternVariables
{
    /// <summary>Returns that variable: of <c>var x</c>, <c>{ IsNull: false } x</c>, <c>not { } x</c>.</summary>
    public static ISymbol? DeclaredBy(IPatternOperation pattern)
    {
        IPatternOperation matched = pattern;
        while (matched is INegatedPatternOperation negated)
        {
            matched = negated.Pattern;
        }

        return (matched as IDeclarationPatternOperation)?.DeclaredSymbol ?? (matched as IRecursivePatternOperation)?.DeclaredSymbol;
    }
}
