using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Names the variables that addresses of nodes are kept in, and the items of those that are tuples: each has an origin of its own.
/// </summary>
internal static class TupleItems
{
    // Tuples of tuples may have very many items.
    private const int MaximalDepth = 3;

    /// <summary>Returns what a place stands under in the state: a variable, a capture, or an item of one; null for other places.</summary>
    public static object? KeyOf(IOperation place) => place switch
    {
        IFlowCaptureReferenceOperation capture => capture.Id,
        IFieldReferenceOperation { Instance: { } tuple } item when IndexOf(item) is { } index => KeyOf(tuple) is { } whole ? ItemOf(whole, index) : null,
        _ => SharedVariables.VariableOf(place),
    };

    /// <summary>Returns what an item stands under.</summary>
    public static object ItemOf(object whole, int index) => (whole, index);

    /// <summary>Returns what an item of an item stands under, and so on.</summary>
    public static object ItemOf(object whole, ImmutableArray<int> path) => path.Aggregate(whole, ItemOf);

    /// <summary>Returns the ways to the items of a value, and to the items of those.</summary>
    public static IEnumerable<ImmutableArray<int>> PathsOf(ITypeSymbol? type, int depth = 0) =>
        from index in Enumerable.Range(0, depth < MaximalDepth ? CountOf(type) : 0)
        from path in PathsOf(TypeOf(type, index), depth + 1).Prepend(ImmutableArray<int>.Empty)
        select path.Insert(0, index);

    /// <summary>Returns the ways to the items that may be addresses of nodes.</summary>
    public static IEnumerable<ImmutableArray<int>> AddressesOf(ITypeSymbol? type) =>
        PathsOf(type).Where(path => path.Aggregate(type, TypeOf) is { } item && CountOf(item) == 0 && NodeContract.MayLeadToNode(item));

    /// <summary>Returns the type of a value, or of an item in it.</summary>
    public static ITypeSymbol? TypeOf(IOperation value, ImmutableArray<int> path) => path.Aggregate(CountOf(value.Type) > 0 ? value.Type : value.Plain().Type, TypeOf);

    private static ITypeSymbol? TypeOf(ITypeSymbol? tuple, int index) => index < CountOf(tuple) ? ((INamedTypeSymbol)tuple!).TupleElements[index].Type : null;

    /// <summary>Returns how many items a value has; 0 for what is no tuple.</summary>
    public static int CountOf(ITypeSymbol? type) => type is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.Length : 0;

    /// <summary>Returns which item of a tuple a field is; null for other fields.</summary>
    public static int? IndexOf(IFieldReferenceOperation reference)
    {
        for (int index = 0; index < CountOf(reference.Instance?.Type); index++)
        {
            IFieldSymbol item = ((INamedTypeSymbol)reference.Instance!.Type!).TupleElements[index];
            if (item.Name == reference.Field.Name || item.CorrespondingTupleField?.Name == reference.Field.Name)
            {
                return index;
            }
        }

        return null;
    }
}
