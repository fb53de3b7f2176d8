using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// A value that must be disposed of, and where it is in force.
/// </summary>
/// <param name="Variable">The variable that has it, if any.</param>
/// <param name="Value">What it was made by.</param>
/// <param name="Extent">The code in which it may be in force: nowhere else it is.</param>
/// <param name="Held">The code in which it is in force, if it is not disposed of early.</param>
internal sealed record GuardScope(ISymbol? Variable, IOperation Value, ImmutableArray<IOperation> Extent, ImmutableArray<IOperation> Held)
{
    /// <summary>Returns whether an operation is executed only while the value may be in force.</summary>
    public bool Contains(IOperation operation) =>
        Extent.Any(part => part.Syntax.SyntaxTree == operation.Syntax.SyntaxTree && part.Syntax.Span.Contains(operation.Syntax.Span));

    /// <summary>Returns whether the value is neither disposed of early nor replaced.</summary>
    public bool IsHeldThroughout() =>
        Variable is null || !Held.Any(part => Variables.IsAssignedIn(part, Variable) || Disposal.IsIn(part, Variable));
}
