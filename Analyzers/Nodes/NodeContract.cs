using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Reads which node a parameter, return value, property or field is stated to lead to: by <c>[NodeOf]</c>, which the generator writes on links.
/// </summary>
internal static class NodeContract
{
    private const string ContainerOf = "ContainerOf";

    // Keyed by symbol, which belongs to one compilation, and kept no longer than that. Every argument is asked about, and to find what a member implements is slow.
    private static readonly ConditionalWeakTable<ISymbol, StrongBox<NodeOrigin?>> Known = new();

    /// <summary>Returns what is stated of a parameter, a field or a property.</summary>
    public static NodeOrigin? Of(ISymbol? symbol) => symbol is null || !MayLeadToNode(symbol) ? null : Known.GetValue(symbol, static key => new StrongBox<NodeOrigin?>(Find(key))).Value;

    // Of all that a program mentions, little is an address.
    private static bool MayLeadToNode(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => MayLeadToNode(parameter.Type),
        IPropertySymbol property => MayLeadToNode(property.Type),
        IFieldSymbol field => MayLeadToNode(field.Type),
        _ => false,
    };

    /// <summary>Returns whether a value may be an address of a node, or hold such: <c>Ptr&lt;ListNode&gt;</c>, <c>ref ListNode</c>, and what says nothing of what it leads to.</summary>
    public static bool MayLeadToNode(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or ITypeParameterSymbol or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => true,
        INamedTypeSymbol named => named.IsListNode() || named.TypeArguments.Any(MayLeadToNode),
        _ => false,
    };

    private static NodeOrigin? Find(ISymbol symbol) => symbol switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol property } } parameter when IsValue(parameter) => Of(property),
        IParameterSymbol { ContainingSymbol: IMethodSymbol { Name: "Deconstruct", IsImplicitlyDeclared: true, ContainingType: { } record } } parameter => Of(record.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault()),
        IParameterSymbol { ContainingSymbol: { } member } parameter => First(member, declaration => parameter.Ordinal < ParametersOf(declaration).Length ? Read(ParametersOf(declaration)[parameter.Ordinal].GetAttributes(), declaration.ContainingType) : null),
        IPropertySymbol property => First(property, declaration => Read(declaration.GetAttributes(), declaration.ContainingType)) ?? Of(FieldOf(property)) ?? OfPositional(property),
        IFieldSymbol => Read(symbol.GetAttributes(), symbol.ContainingType),
        _ => null,
    };

    /// <summary>Returns what is stated of the result of a method.</summary>
    public static NodeOrigin? OfResult(IMethodSymbol? method) => method switch
    {
        { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property } => Of(property) ?? OfReturn(method),
        { } when MayLeadToNode(method.ReturnType) => OfReturn(method),
        _ => null,
    };

    /// <summary>Returns what an argument has to be.</summary>
    public static NodeOrigin? OfArgument(IParameterSymbol? parameter) => parameter?.ContainingSymbol is IMethodSymbol { IsGenericMethod: true, Name: ContainerOf } method && method.ContainingType.IsListLink()
        ? OfLink(method.TypeArguments.LastOrDefault() as INamedTypeSymbol)
        : Of(parameter);

    private static NodeOrigin? OfReturn(IMethodSymbol method) =>
        First(method, declaration => declaration is IMethodSymbol returning ? Read(returning.GetReturnTypeAttributes(), returning.ContainingType) : null);

    /// <summary>Returns what a member states, or else what it overrides or implements: whoever calls that is held to it.</summary>
    private static NodeOrigin? First(ISymbol member, Func<ISymbol, NodeOrigin?> read) => InheritedDeclarations.Of(member).Select(read).FirstOrDefault(node => node is not null);

    private static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => ImmutableArray<IParameterSymbol>.Empty,
    };

    private static IFieldSymbol? FieldOf(IPropertySymbol property) =>
        property.ContainingType?.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    // A positional parameter of a record states it of the property that it makes.
    private static NodeOrigin? OfPositional(IPropertySymbol property) => property.ContainingType?.InstanceConstructors
        .SelectMany(constructor => constructor.Parameters)
        .Where(parameter => parameter.Name == property.Name && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type))
        .Select(Of)
        .FirstOrDefault(node => node is not null);

    private static NodeOrigin? OfLink(INamedTypeSymbol? link) =>
        link?.GetMembers(ContainerOf).OfType<IMethodSymbol>().Select(method => Of(method.Parameters.FirstOrDefault())).FirstOrDefault(node => node is not null);

    private static bool IsValue(IParameterSymbol parameter) => parameter.Ordinal == ((IMethodSymbol)parameter.ContainingSymbol).Parameters.Length - 1;

    private static NodeOrigin? Read(ImmutableArray<AttributeData> attributes, INamedTypeSymbol? container)
    {
        AttributeData? attribute = attributes.FirstOrDefault(candidate => candidate.AttributeClass?.IsNodeOfAttribute() == true);
        if (attribute is not { ConstructorArguments.Length: 2 }
            || attribute.ConstructorArguments[0].Scalar() is not INamedTypeSymbol element
            || attribute.ConstructorArguments[1].Scalar() is not string node)
        {
            return null;
        }

        // What names no node states nothing.
        bool exists = element.OriginalDefinition.GetMembers(node).OfType<IFieldSymbol>().Any(field => field.Type.IsListNode() && !field.IsStatic);
        return exists ? new NodeOrigin(ElementOf(container) ?? element, node) : null;
    }

    /// <summary>Returns the element of a link, with its type arguments.</summary>
    private static INamedTypeSymbol? ElementOf(INamedTypeSymbol? link) =>
        link?.Interfaces.FirstOrDefault(implemented => implemented.IsListLinkInterface())?.TypeArguments.FirstOrDefault() as INamedTypeSymbol;
}
