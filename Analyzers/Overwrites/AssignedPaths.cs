using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Which variables and fields of variables may have been assigned.
/// </summary>
/// <param name="paths">One for each assignment.</param>
internal sealed class AssignedPaths(ImmutableHashSet<VariablePath> paths) : IFlowState<AssignedPaths>
{
    public static readonly AssignedPaths None = new(ImmutableHashSet<VariablePath>.Empty);

    private readonly ImmutableHashSet<VariablePath> _paths = paths;

    public AssignedPaths Add(VariablePath path) => new(_paths.Add(path));

    /// <summary>Returns whether any part of a variable may have been assigned, or one that it is part of.</summary>
    public bool Overlap(VariablePath path) => _paths.Any(path.Overlaps);

    /// <summary>Returns what is left when variables begin anew.</summary>
    public AssignedPaths Without(ImmutableArray<ILocalSymbol> variables)
    {
        ImmutableHashSet<VariablePath> rest = _paths;
        foreach (VariablePath path in _paths)
        {
            rest = variables.Contains(path.Variable, SymbolEqualityComparer.Default) ? rest.Remove(path) : rest;
        }

        return rest == _paths ? this : new AssignedPaths(rest);
    }

    /// <summary>Returns what variables are declared with.</summary>
    public AssignedPaths OfInitialized() => new(_paths.Where(path => IsInitialized(path.Variable)).ToImmutableHashSet());

    int IFlowState<AssignedPaths>.Cost => 1;

    /// <inheritdoc/>
    public AssignedPaths Join(AssignedPaths other) => new(_paths.Union(other._paths));

    /// <inheritdoc/>
    public bool Equals(AssignedPaths? other) => other is not null && _paths.SetEquals(other._paths);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AssignedPaths);

    /// <inheritdoc/>
    public override int GetHashCode() => _paths.Count;

    private static bool IsInitialized(ISymbol variable) =>
        variable is ILocalSymbol && variable.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null });
}
