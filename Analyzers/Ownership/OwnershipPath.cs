using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// A way through the types that own each other, as a search goes it: each type with the elements that it has not looked at yet.
/// </summary>
internal sealed class OwnershipPath
{
    // A type that owns itself with larger arguments, and those again with larger ones, does so without end.
    private const int MaximalGrowth = 2;

    private readonly List<(INamedTypeSymbol Type, ImmutableArray<OwnedHead> Heads, int Next)> _steps = [];
    private readonly Dictionary<INamedTypeSymbol, int> _places = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> _namesakes = new(SymbolEqualityComparer.Default);

    /// <summary>Gets the type at the end; null when the way is empty.</summary>
    public INamedTypeSymbol? Current => _steps.Count == 0 ? null : _steps[_steps.Count - 1].Type;

    /// <summary>Goes on to a type that is not on the way yet.</summary>
    public void Enter(INamedTypeSymbol type, ImmutableArray<OwnedHead> heads)
    {
        _places.Add(type, _steps.Count);
        _steps.Add((type, heads, 0));
        if (type.IsGenericType)
        {
            NamesakesOf(type).Add(type);
        }
    }

    /// <summary>Goes back.</summary>
    public void Leave()
    {
        INamedTypeSymbol type = _steps[_steps.Count - 1].Type;
        _steps.RemoveAt(_steps.Count - 1);
        _places.Remove(type);
        if (type.IsGenericType)
        {
            NamesakesOf(type).Remove(type);
        }
    }

    /// <summary>Returns the next type whose elements the current one owns.</summary>
    public bool TryGetNext(out INamedTypeSymbol? next)
    {
        (INamedTypeSymbol type, ImmutableArray<OwnedHead> heads, int index) = _steps[_steps.Count - 1];
        next = index < heads.Length ? heads[index].Element : null;
        _steps[_steps.Count - 1] = (type, heads, index + 1);
        return next is not null;
    }

    /// <summary>Returns the cycle that a type would close; empty when it closes none.</summary>
    public ImmutableArray<INamedTypeSymbol> CycleTo(INamedTypeSymbol type)
    {
        if (_places.TryGetValue(type, out int place) || (FindGrowing(type) is { } smaller && _places.TryGetValue(smaller, out place)))
        {
            return _steps.Skip(place).Select(step => step.Type).Append(type).ToImmutableArray();
        }

        return ImmutableArray<INamedTypeSymbol>.Empty;
    }

    /// <summary>Returns the last type on the way of which a type is a larger version, if that was one itself.</summary>
    private INamedTypeSymbol? FindGrowing(INamedTypeSymbol type)
    {
        if (!type.IsGenericType)
        {
            return null;
        }

        INamedTypeSymbol[] smaller = NamesakesOf(type).Where(other => IsWithin(other.AllTypeArguments(), type.AllTypeArguments())).ToArray();
        return smaller.Length >= MaximalGrowth ? smaller[smaller.Length - 1] : null;
    }

    private static bool IsWithin(ImmutableArray<ITypeSymbol> inner, ImmutableArray<ITypeSymbol> outer) =>
        inner.All(argument => outer.Any(around => Mentions(around, argument)));

    private static bool Mentions(ITypeSymbol type, ITypeSymbol wanted) =>
        SymbolEqualityComparer.Default.Equals(type, wanted) || (type is INamedTypeSymbol named && named.AllTypeArguments().Any(argument => Mentions(argument, wanted)));

    private List<INamedTypeSymbol> NamesakesOf(INamedTypeSymbol type)
    {
        if (!_namesakes.TryGetValue(type.OriginalDefinition, out List<INamedTypeSymbol>? namesakes))
        {
            namesakes = [];
            _namesakes.Add(type.OriginalDefinition, namesakes);
        }

        return namesakes;
    }
}
