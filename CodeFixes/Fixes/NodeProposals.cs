using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// Guesses through which node a head links what: it is named after its elements or their node, it is near them, and heads seldom share a node.
/// </summary>
internal static class NodeProposals
{
    private static readonly string[] Suffixes = ["List", "Queue", "Head", "Items"];

    /// <summary>Returns the nodes that a head could link, the likeliest first.</summary>
    public static IEnumerable<IFieldSymbol> For(IFieldSymbol head, Compilation compilation, CancellationToken cancellationToken)
    {
        var types = compilation.NamespacesToSearch().SelectMany(TypesIn).ToList();
        cancellationToken.ThrowIfCancellationRequested();
        var nodes = types.Where(type => IsElementFor(type, head.ContainingType)).SelectMany(NodeRules.NodesOf).Where(node => !node.IsReadOnly).ToList();
        var claimed = new HashSet<ISymbol>(types.SelectMany(type => type.GetMembers().OfType<IFieldSymbol>()).SelectMany(ClaimedBy), SymbolEqualityComparer.Default);

        // Heads that are declared before this one choose before it.
        foreach (IFieldSymbol other in head.ContainingType.GetMembers().OfType<IFieldSymbol>().TakeWhile(field => field.Name != head.Name))
        {
            if (other.CanBeReferencedByName && other.Type.IsAnyHead() && other.Tags().Length == 0 && Ranked(nodes, other, claimed).FirstOrDefault() is { } chosen)
            {
                claimed.Add(chosen);
            }
        }

        return Ranked(nodes, head, claimed);
    }

    private static IEnumerable<IFieldSymbol> Ranked(IEnumerable<IFieldSymbol> nodes, IFieldSymbol head, ICollection<ISymbol> claimed)
    {
        string name = SubjectOf(head);
        return nodes
            .OrderBy(node => Kinship(name, node))
            .ThenBy(node => Speaks(name, node.Name) ? 0 : 1)
            .ThenBy(node => claimed.Contains(node) ? 1 : 0)
            .ThenBy(node => Distance(node.ContainingType, head.ContainingType))
            .ThenBy(node => Math.Min(EditDistance.Between(name, node.ContainingType.Name), EditDistance.Between(name, node.Name)))
            .ThenBy(node => node.InMessage(), StringComparer.Ordinal);
    }

    /// <summary>Returns what a head is called after: <c>_readyQueue</c> and <c>Ready</c> after <c>Ready</c>.</summary>
    private static string SubjectOf(IFieldSymbol head)
    {
        string name = Identifiers.PropertyOf(head.Name);
        string? suffix = Suffixes.FirstOrDefault(candidate => name.Length > candidate.Length && name.EndsWith(candidate, StringComparison.Ordinal));
        return suffix is null ? name : name.Substring(0, name.Length - suffix.Length);
    }

    private static int Kinship(string name, IFieldSymbol node) => 0 switch
    {
        _ when IsPluralOf(name, node.ContainingType.Name) => 0,
        _ when IsPluralOf(name, node.Name) => 1,
        _ when Speaks(name, node.ContainingType.Name) => 2,
        _ when Speaks(name, node.Name) => 3,
        _ => 4,
    };

    /// <summary>Returns whether a name is that of one thing or of many: <c>Jobs</c>, <c>Boxes</c> and <c>Entries</c> of <c>Job</c>, <c>Box</c> and <c>Entry</c>.</summary>
    private static bool IsPluralOf(string name, string singular) =>
        new[] { singular, singular + "s", singular + "es", singular.TrimEnd('y') + "ies" }.Contains(name.TrimStart('_'), StringComparer.OrdinalIgnoreCase);

    private static bool Speaks(string name, string of) => name.IndexOf(of.TrimEnd('y'), StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Returns how far an element is from an owner: within it, beside it, in its assembly, elsewhere.</summary>
    private static int Distance(INamedTypeSymbol element, INamedTypeSymbol owner) => 0 switch
    {
        _ when owner.WithContainingTypes().Contains(element.ContainingType, SymbolEqualityComparer.Default) => 0,
        _ when SymbolEqualityComparer.Default.Equals(element.ContainingNamespace, owner.ContainingNamespace) => 1,
        _ when SymbolEqualityComparer.Default.Equals(element.ContainingAssembly, owner.ContainingAssembly) => 2,
        _ => 3,
    };

    // A generic element is proposed to the types around it, whose type parameters it has.
    private static bool IsElementFor(INamedTypeSymbol type, INamedTypeSymbol owner) =>
        type is { TypeKind: TypeKind.Struct, IsUnmanagedType: true, IsRefLikeType: false }
        && !type.IsListHead()
        && !type.IsInlineArray()
        && !type.IsGenerated()
        && type.AllTypeParameters().All(parameter => owner.AllTypeParameters().Contains(parameter, SymbolEqualityComparer.Default));

    private static IEnumerable<ISymbol> ClaimedBy(IFieldSymbol head) =>
        from tag in head.Tags()
        where tag.ConstructorArguments.Length == 2
        let element = (tag.ConstructorArguments[0].Scalar() as INamedTypeSymbol)?.OriginalDefinition
        where element is not null && tag.ConstructorArguments[1].Scalar() is string
        from node in element.GetMembers((string)tag.ConstructorArguments[1].Scalar()!)
        select node;

    /// <summary>Returns where elements can be declared: in the assembly, and in those that know the runtime.</summary>
    private static IEnumerable<INamespaceSymbol> NamespacesToSearch(this Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols
        .Where(assembly => assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == KnownSymbols.Namespace)))
        .Select(assembly => assembly.GlobalNamespace)
        .Prepend(compilation.Assembly.GlobalNamespace);

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) => container.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(member));
}
