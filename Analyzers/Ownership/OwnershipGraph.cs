using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Which types own elements of which types: from each an edge for each of its tagged heads. What is found once is kept.
/// </summary>
internal sealed class OwnershipGraph
{
    // Structs that contain themselves do not compile.
    private const int MaximalNesting = 20;

    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<OwnedHead>> _heads = new(SymbolEqualityComparer.Default);

    // From these no cycle is reached.
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _finite = new(SymbolEqualityComparer.Default);

    /// <summary>Returns the tagged heads in values of a type, in the order of their declaration.</summary>
    public ImmutableArray<OwnedHead> HeadsOf(INamedTypeSymbol type) => HeadsOf(type, 0);

    /// <summary>Returns the first cycle that is reached from a type, its first type also at its end; empty for none.</summary>
    public ImmutableArray<INamedTypeSymbol> FindCycle(INamedTypeSymbol root)
    {
        var path = new OwnershipPath();
        if (!_finite.ContainsKey(root))
        {
            path.Enter(root, HeadsOf(root));
        }

        while (path.Current is { } current)
        {
            if (!path.TryGetNext(out INamedTypeSymbol? next))
            {
                _finite.TryAdd(current, true);
                path.Leave();
            }
            else if (path.CycleTo(next!) is { IsEmpty: false } cycle)
            {
                return cycle;
            }
            else if (!_finite.ContainsKey(next!))
            {
                path.Enter(next!, HeadsOf(next!));
            }
        }

        return ImmutableArray<INamedTypeSymbol>.Empty;
    }

    /// <summary>Returns a type and all whose elements it owns, each once, the nearest first. Without an end where there is a cycle of ever larger types.</summary>
    public IEnumerable<INamedTypeSymbol> ReachedFrom(INamedTypeSymbol root)
    {
        var reached = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default) { root };
        var pending = new Queue<INamedTypeSymbol>([root]);
        while (pending.Count > 0)
        {
            INamedTypeSymbol current = pending.Dequeue();
            yield return current;
            foreach (OwnedHead head in HeadsOf(current).Where(head => reached.Add(head.Element)))
            {
                pending.Enqueue(head.Element);
            }
        }
    }

    private ImmutableArray<OwnedHead> HeadsOf(INamedTypeSymbol type, int nesting)
    {
        if (_heads.TryGetValue(type, out ImmutableArray<OwnedHead> known) || nesting > MaximalNesting)
        {
            return known.IsDefault ? ImmutableArray<OwnedHead>.Empty : known;
        }

        var heads = type.GetMembers().OfType<IFieldSymbol>().Where(IsStored).SelectMany(field => HeadsIn(field, nesting)).ToImmutableArray();
        _heads.TryAdd(type, heads);
        return heads;
    }

    private IEnumerable<OwnedHead> HeadsIn(IFieldSymbol field, int nesting)
    {
        if (field.Type.IsAnyHead())
        {
            return ElementOf(field) is { } element ? [new OwnedHead(field, field, element)] : [];
        }

        return field.Type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } structure
            ? HeadsOf(structure, nesting + 1).Select(head => head with { Field = field })
            : [];
    }

    private static bool IsStored(IFieldSymbol field) => !field.IsStatic && !field.IsConst && field.RefKind == RefKind.None;

    private static INamedTypeSymbol? ElementOf(IFieldSymbol head)
    {
        object? named = head.Tags().FirstOrDefault()?.ConstructorArguments.FirstOrDefault().Scalar();
        return named is INamedTypeSymbol { TypeKind: TypeKind.Struct } element ? element.IsUnbound() ? BindToOwner(element, head.ContainingType) : element : null;
    }

    // An unbound type means the type arguments of its owner, in order.
    private static INamedTypeSymbol? BindToOwner(INamedTypeSymbol unbound, INamedTypeSymbol owner)
    {
        INamedTypeSymbol definition = unbound.OriginalDefinition;
        ImmutableArray<ITypeSymbol> arguments = owner.AllTypeArguments();
        int count = definition.AllTypeParameters().Length;
        return count > arguments.Length ? null : definition.ConstructAll(arguments.Take(count).ToImmutableArray());
    }
}
