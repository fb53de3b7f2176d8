using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds what a member overrides and implements. Whoever calls it by that name relies on what is stated there.
/// </summary>
internal static class InheritedDeclarations
{
    /// <summary>Returns a member, then what it overrides, the nearest first, then what these implement.</summary>
    public static IEnumerable<ISymbol> Of(ISymbol member)
    {
        var overridden = new List<ISymbol>();
        // Of a partial method, the part without the body is the one that implements.
        for (ISymbol? declaration = (member as IMethodSymbol)?.PartialDefinitionPart ?? member; declaration is not null; declaration = OverriddenBy(declaration))
        {
            overridden.Add(declaration);
        }

        return overridden.Concat(overridden.SelectMany(ImplementedBy));
    }

    private static ISymbol? OverriddenBy(ISymbol member) => (member as IMethodSymbol)?.OverriddenMethod ?? (ISymbol?)(member as IPropertySymbol)?.OverriddenProperty;

    private static IEnumerable<ISymbol> ImplementedBy(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation } method => method.ExplicitInterfaceImplementations,
        IPropertySymbol { ExplicitInterfaceImplementations: { IsEmpty: false } implemented } => implemented,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol when member.ContainingType is { } type => ImplementedByName(member, type),
        _ => [],
    };

    private static IEnumerable<ISymbol> ImplementedByName(ISymbol member, INamedTypeSymbol type) =>
        from implemented in type.AllInterfaces
        from declaration in implemented.GetMembers(member.Name)
        where SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declaration), member)
        select declaration;
}
