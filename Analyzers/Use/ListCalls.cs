using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Reads operations on lists.
/// </summary>
internal static class ListCalls
{
    /// <summary>Returns the operation without the conversions around it that do not change it.</summary>
    public static IOperation Plain(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>Returns whether a type is that of lists, of arrays of lists, or of what walks them.</summary>
    public static bool IsViewOfLists(this ITypeSymbol? type) => IsListOrArray(type) || (type is { IsRefLikeType: true, ContainingType: { } list } && IsListOrArray(list));

    /// <summary>Returns whether a call is one of an operation of a list.</summary>
    public static bool IsListOperation(this IInvocationOperation call) => call.TargetMethod.ContainingType.IsIntrusiveList() && call.Instance is not null;

    /// <summary>Returns what a call passes for a parameter, by position.</summary>
    public static IOperation? Argument(this IInvocationOperation call, int position) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == position)?.Value;

    /// <summary>Returns the lists that a call is given.</summary>
    public static ImmutableArray<IOperation> ListArguments(this IInvocationOperation call) =>
        call.Arguments.Where(argument => argument.Value.Type.IsIntrusiveList()).Select(argument => argument.Value).ToImmutableArray();

    /// <summary>Returns a list as messages name it: by its property or variable, or else by its type.</summary>
    public static string InMessage(this IOperation list) => list.Plain() switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } lists } element => $"{lists.InMessage()}[{string.Join(", ", element.Arguments.Select(argument => argument.Syntax))}]",
        IPropertyReferenceOperation property => property.Property.InMessage(),
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        { Type: { } type } => type.InMessage(),
        _ => "the list",
    };

    private static bool IsListOrArray(ITypeSymbol? type) => type.IsIntrusiveList() || type.IsIntrusiveListArray();
}
