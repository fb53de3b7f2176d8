using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Names the variables that addresses of nodes are kept in, and the items of those that are tuples: each has an origin of its own.
/// </summary>
internal static class TupleItems
{
    /// <summary>Returns what a place stands under in the state: a variable, a capture, or an item of one; null for other places.</summary>
    public static object? KeyOf(IOperation place) => place switch
    {
        IFlowCaptureReferenceOperation capture => capture.Id,
        IFieldReferenceOperation { Instance: { } tuple } item when IndexOf(item) is { } index => KeyOf(tuple) is { } whole ? ItemOf(whole, index) : null,
        _ => SharedVariables.VariableOf(place),
    };

    /// <summary>Returns what an item stands under.</summary>
    public static object ItemOf(object whole, int index) => (whole, index);

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
