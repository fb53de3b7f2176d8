using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Reads which node a parameter, return value, property or field is stated to lead to: by <c>[NodeOf]</c>, which the generator writes on links.
/// </summary>
internal static class NodeContract
{
    private const string ContainerOf = "ContainerOf";

    /// <summary>Returns what is stated of a parameter, a field or a property.</summary>
    public static NodeOrigin? Of(ISymbol? symbol) => symbol switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol property } } parameter when IsValue(parameter) => Of(property),
        IParameterSymbol or IFieldSymbol or IPropertySymbol => Read(symbol.GetAttributes(), symbol.ContainingType),
        _ => null,
    };

    /// <summary>Returns what is stated of the result of a method.</summary>
    public static NodeOrigin? OfResult(IMethodSymbol? method) => method switch
    {
        { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property } => Of(property) ?? Read(method.GetReturnTypeAttributes(), method.ContainingType),
        { } => Read(method.GetReturnTypeAttributes(), method.ContainingType),
        null => null,
    };

    /// <summary>Returns what an argument has to be.</summary>
    public static NodeOrigin? OfArgument(IParameterSymbol? parameter) => parameter?.ContainingSymbol is IMethodSymbol { IsGenericMethod: true, Name: ContainerOf } method && method.ContainingType.IsListLink()
        ? OfLink(method.TypeArguments.LastOrDefault() as INamedTypeSymbol)
        : Of(parameter);

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
