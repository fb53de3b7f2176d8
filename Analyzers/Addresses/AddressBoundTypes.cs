using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Knows which types are address-bound: those that hold a list head or node by value, at any depth. Elements and other nodes keep its address, so a copy of it is no head or node.
/// </summary>
internal sealed class AddressBoundTypes
{
    // Only code that does not compile nests without end; then the answer does not matter.
    private const int MaximalCount = 500;

    private readonly ConcurrentDictionary<ITypeSymbol, string?> _reasons = new(SymbolEqualityComparer.Default);

    private AddressBoundTypes()
    {
    }

    /// <summary>Returns the address-bound types of a compilation, or null where there can be none: it does not refer to the runtime.</summary>
    public static AddressBoundTypes? Of(Compilation compilation) => compilation.RefersToRuntime() ? new AddressBoundTypes() : null;

    /// <summary>Returns whether values of a type must stay where they are.</summary>
    public bool Contain(ITypeSymbol? type)
    {
        int budget = MaximalCount;
        return ReasonOf(type, ref budget) is not null;
    }

    /// <summary>Returns what makes a type address-bound, for a message: <c>it holds the list node 'Foo.Node'</c>.</summary>
    public string Explain(ITypeSymbol type)
    {
        int budget = MaximalCount;
        return ReasonOf(type, ref budget) ?? "it holds no list head or node";
    }

    private string? ReasonOf(ITypeSymbol? type, ref int budget)
    {
        if (type is not ({ TypeKind: TypeKind.Struct } or ITypeParameterSymbol { IsReferenceType: false }))
        {
            return null;
        }

        if (!_reasons.TryGetValue(type, out string? reason) && budget-- > 0)
        {
            reason = Find(type, ref budget);
            _reasons.TryAdd(type, reason);
        }

        return reason;
    }

    private string? Find(ITypeSymbol type, ref int budget) => type switch
    {
        ITypeParameterSymbol parameter => IsBound(parameter) ? $"'{parameter.Name}' may stand for a type that holds a list head or node" : null,
        _ when type.IsListHead() => "it is a list head",
        _ when type.IsListNode() => "it is a list node",
        INamedTypeSymbol named => FindInFields(named, ref budget),
        _ => null,
    };

    private string? FindInFields(INamedTypeSymbol type, ref int budget)
    {
        if (type.SpecialType is not (SpecialType.None or SpecialType.System_Nullable_T))
        {
            return null;
        }

        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return ReasonOf(type.TypeArguments[0], ref budget);
        }

        foreach (IFieldSymbol field in FieldsOf(type))
        {
            if (IsStored(field) && ReasonOf(field.Type, ref budget) is { } reason)
            {
                return field.Type switch
                {
                    _ when field.Type.IsListHead() => $"it holds the list head '{NameOf(field)}'",
                    _ when field.Type.IsListNode() => $"it holds the list node '{NameOf(field)}'",
                    ITypeParameterSymbol => $"it holds '{NameOf(field)}', and {reason}",
                    _ => reason,
                };
            }
        }

        return null;
    }

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

    /// <summary>Returns whether a type parameter may stand for an address-bound type: it is marked so, or a link binds it.</summary>
    public static bool IsBound(ITypeParameterSymbol parameter) => parameter.IsAddressStable() || IsBoundByLink(parameter);

    private static bool IsBoundByLink(ITypeParameterSymbol parameter)
    {
        ImmutableArray<ITypeParameterSymbol> all = parameter.DeclaringMethod?.TypeParameters ?? parameter.DeclaringType?.TypeParameters ?? ImmutableArray<ITypeParameterSymbol>.Empty;
        return all.Any(other => other.ConstraintTypes.OfType<INamedTypeSymbol>().Any(constraint =>
            constraint.IsListLinkInterface() && SymbolEqualityComparer.Default.Equals(constraint.TypeArguments.FirstOrDefault(), parameter)));
    }
}
