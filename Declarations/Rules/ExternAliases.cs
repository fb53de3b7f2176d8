using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// What can be named through an <c>extern alias</c> only. Generated code has none: an alias is a matter of each file, and of the project.
/// </summary>
internal static class ExternAliases
{
    /// <summary>Returns the first of several types that generated code cannot name for this reason.</summary>
    public static INamedTypeSymbol? FirstBehind(IEnumerable<INamedTypeSymbol> types, Compilation compilation) =>
        types.FirstOrDefault(type => IsBehind(type.ContainingAssembly, compilation));

    /// <summary>Returns what is wrong with such a type (ILIST007).</summary>
    public static Problem ProblemOf(INamedTypeSymbol type, IFieldSymbol head, Location location) =>
        Problem.At(location, RuleIdentifiers.InaccessibleNode, type.InMessage(), head.InMessage(), "its assembly is known by an extern alias only; give the reference the alias 'global' too");

    /// <summary>Returns whether an assembly has nothing but aliases. One that is referred to twice has the aliases of both references, which only the compiler knows.</summary>
    public static bool IsBehind(IAssemblySymbol? assembly, Compilation compilation) =>
        assembly is not null
        && !SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly)
        && compilation.GetMetadataReference(assembly)?.Properties.Aliases is { IsDefaultOrEmpty: false } aliases
        && !aliases.Contains(MetadataReferenceProperties.GlobalAlias)
        && !compilation.GlobalNamespace.ConstituentNamespaces.Any(part => SymbolEqualityComparer.Default.Equals(part.ContainingAssembly, assembly));
}
