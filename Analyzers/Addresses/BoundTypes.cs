using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Knows what must not happen to the values of types, by what they hold at any depth: heads, nodes, locks, and what must be disposed of.
/// </summary>
internal sealed class BoundTypes
{
    // Only code that does not compile nests without end; then the answer does not matter.
    private const int MaximalCount = 500;

    private static readonly (Bond Bond, string Reason) Unbound = (Bond.None, "it holds no list head or node");

    private readonly ConcurrentDictionary<ITypeSymbol, (Bond Bond, string Reason)> _known = new(SymbolEqualityComparer.Default);

    private BoundTypes()
    {
    }

    /// <summary>Returns the bound types of a compilation, or null where there can be none: it does not refer to the runtime.</summary>
    public static BoundTypes? Of(Compilation compilation) => compilation.MayUseRuntime() ? new BoundTypes() : null;

    /// <summary>Returns whether a copy of a value is of no use.</summary>
    public bool ForbidCopies(ITypeSymbol? type) => Find(type).Bond >= Bond.Handle;

    /// <summary>Returns whether values must not be overwritten while they may be in use.</summary>
    public bool ForbidOverwrites(ITypeSymbol? type) => Find(type).Bond >= Bond.Identity;

    /// <summary>Returns whether values must stay where they are.</summary>
    public bool ForbidMoves(ITypeSymbol? type) => Find(type).Bond >= Bond.Address;

    /// <summary>Returns what binds values of a type, for a message: <c>it holds the list node 'Foo.Node'</c>.</summary>
    public string Explain(ITypeSymbol type) => Find(type).Reason;

    private (Bond Bond, string Reason) Find(ITypeSymbol? type)
    {
        int budget = MaximalCount;
        return Find(type, ref budget);
    }

    private (Bond Bond, string Reason) Find(ITypeSymbol? type, ref int budget)
    {
        if (type is not ({ TypeKind: TypeKind.Struct } or ITypeParameterSymbol { IsReferenceType: false }))
        {
            return Unbound;
        }

        if (_known.TryGetValue(type, out (Bond Bond, string Reason) found))
        {
            return found;
        }

        if (budget-- <= 0)
        {
            return Unbound;
        }

        found = Compute(type, ref budget);
        _known.TryAdd(type, found);
        return found;
    }

    private (Bond Bond, string Reason) Compute(ITypeSymbol type, ref int budget) => type switch
    {
        ITypeParameterSymbol parameter => IsBound(parameter) ? (Bond.Address, $"'{parameter.Name}' may stand for a type that holds a list head or node") : Unbound,
        _ when type.IsListHead() => (Bond.Address, "it is a list head"),
        _ when type.IsListNode() => (Bond.Address, "it is a list node"),
        _ when type.IsListLock() => (Bond.Identity, "it is a lock"),
        INamedTypeSymbol named => ComputeOfStructure(named, ref budget),
        _ => Unbound,
    };

    private (Bond Bond, string Reason) ComputeOfStructure(INamedTypeSymbol type, ref int budget)
    {
        if (type.SpecialType is not (SpecialType.None or SpecialType.System_Nullable_T))
        {
            return Unbound;
        }

        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return Find(type.TypeArguments[0], ref budget);
        }

        (Bond Bond, string Reason) strongest = type.MustBeDisposed() ? (Bond.Handle, "it is to be disposed of once") : Unbound;
        foreach (IFieldSymbol field in FieldsOf(type).Where(IsStored))
        {
            (Bond Bond, string Reason) found = OfField(field, ref budget);
            strongest = found.Bond > strongest.Bond ? found : strongest;
        }

        return strongest;
    }

    private (Bond Bond, string Reason) OfField(IFieldSymbol field, ref int budget)
    {
        (Bond bond, string reason) = Find(field.Type, ref budget);
        if (bond == Bond.Address)
        {
            return (bond, ReasonOf(field, reason));
        }

        // The lists that a lock guards are reached through a guard.
        return GuardOf(field) is { } guard ? (Bond.Address, $"the guard of its lock '{guard}' holds its address") : (bond, ReasonOf(field, reason));
    }

    private static string ReasonOf(IFieldSymbol field, string reason) => field.Type switch
    {
        var type when type.IsListHead() => $"it holds the list head '{NameOf(field)}'",
        var type when type.IsListNode() => $"it holds the list node '{NameOf(field)}'",
        var type when type.IsListLock() => $"it holds the lock '{NameOf(field)}'",
        ITypeParameterSymbol => $"it holds '{NameOf(field)}', and {reason}",
        _ => reason,
    };

    private static string? GuardOf(IFieldSymbol field) =>
        field.Type.IsPinnedListHead() && OwnerLocks.Of(field.ContainingType).LockOf(field) is { } guard ? guard.InMessage() : null;

    // A tuple has the fields that it names beside those of its underlying type.
    private static IEnumerable<IFieldSymbol> FieldsOf(INamedTypeSymbol type) =>
        type.IsTupleType ? type.TupleElements : type.GetMembers().OfType<IFieldSymbol>();

    private static bool IsStored(IFieldSymbol field) => !field.IsStatic && !field.IsConst && field.RefKind == RefKind.None;

    private static string NameOf(IFieldSymbol field) => (field.AssociatedSymbol ?? (ISymbol?)CapturedParameterOf(field) ?? field).InMessage();

    /// <summary>Returns the parameter of a primary constructor that the compiler keeps in a field, because members use it; null for other fields.</summary>
    public static IParameterSymbol? CapturedParameterOf(IFieldSymbol field) =>
        field is { IsImplicitlyDeclared: true, AssociatedSymbol: null, Locations.IsEmpty: false }
            ? field.ContainingType?.InstanceConstructors.SelectMany(constructor => constructor.Parameters).FirstOrDefault(parameter => parameter.Locations.Contains(field.Locations[0]))
            : null;

    /// <summary>Returns whether a type parameter may stand for an address-bound type: it is marked so, a link binds it, or its method is called where that is marked.</summary>
    public static bool IsBound(ITypeParameterSymbol parameter) => parameter.IsAddressStable() || IsBoundByLink(parameter) || IsBoundByInheritance(parameter);

    /// <summary>Returns whether a method of a type, or a type in it, uses a type parameter of the type with a link: it expects elements, but not wherever the type is used.</summary>
    public static bool IsLinkedWithin(ITypeParameterSymbol parameter) =>
        parameter.OriginalDefinition is { DeclaringType: { } type } definition && IsLinkedBy(ParametersIn(type), definition);

    private static bool IsBoundByLink(ITypeParameterSymbol parameter) =>
        IsLinkedBy(parameter.DeclaringMethod?.TypeParameters ?? parameter.DeclaringType?.TypeParameters ?? ImmutableArray<ITypeParameterSymbol>.Empty, parameter);

    private static bool IsLinkedBy(IEnumerable<ITypeParameterSymbol> links, ITypeParameterSymbol parameter) =>
        links.Any(link => link.ConstraintTypes.OfType<INamedTypeSymbol>().Any(constraint =>
            constraint.IsListLinkInterface() && SymbolEqualityComparer.Default.Equals(constraint.TypeArguments.FirstOrDefault(), parameter)));

    private static IEnumerable<ITypeParameterSymbol> ParametersIn(INamedTypeSymbol type) => type.TypeParameters.Concat(type.GetMembers().SelectMany(member => member switch
    {
        IMethodSymbol method => method.TypeParameters,
        INamedTypeSymbol nested => ParametersIn(nested),
        _ => Enumerable.Empty<ITypeParameterSymbol>(),
    }));

    private static bool IsBoundByInheritance(ITypeParameterSymbol parameter) =>
        parameter.OriginalDefinition.DeclaringMethod is { } method
        && InheritedDeclarations.Of(method).OfType<IMethodSymbol>().Any(declaration => declaration.TypeParameters.ElementAtOrDefault(parameter.Ordinal)?.IsAddressStable() == true);
}
