using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// A use of a variable in a function other than its own.
/// </summary>
/// <param name="Variable">The variable; <c>this</c> counts as one, and is the member.</param>
/// <param name="Function">The function.</param>
/// <param name="Use">Where the variable is used.</param>
internal sealed record Capture(ISymbol Variable, IMethodSymbol Function, IOperation Use);
