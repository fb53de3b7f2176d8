using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds where values come from that must be disposed of.
/// </summary>
internal static class Acquisitions
{
    /// <summary>Returns whether an expression makes a value that whoever gets it must dispose of. What a wrapper has in a property was made before.</summary>
    public static bool IsAcquisition(this IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.RefKind: RefKind.None } => IsMarked(operation.Type),
        IPropertyReferenceOperation { Property: { RefKind: RefKind.None, ContainingType.IsRefLikeType: false } } property => IsMarked(operation.Type) && !IsTarget(property),
        IObjectCreationOperation { Arguments.IsEmpty: false } => IsMarked(operation.Type),
        _ => false,
    };

    /// <summary>Returns whether an argument receives such a value.</summary>
    public static bool IsAcquired(this IArgumentOperation argument) => argument.Parameter is { RefKind: RefKind.Out } parameter && IsMarked(parameter.Type);

    /// <summary>Returns the variable that is declared by an argument, pattern or expression, or named by it.</summary>
    public static ISymbol? VariableOf(IOperation operation) => operation.Plain() switch
    {
        IDeclarationExpressionOperation declaration => VariableOf(declaration.Expression),
        ILocalReferenceOperation { Local.RefKind: RefKind.None } local => local.Local,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter => parameter.Parameter,
        IDeclarationPatternOperation { DeclaredSymbol: { } variable } => variable,
        IRecursivePatternOperation { DeclaredSymbol: { } variable } => variable,
        _ => null,
    };

    /// <summary>Returns what an expression may result in: itself, or the values that it chooses from.</summary>
    public static IEnumerable<IOperation> Choices(IOperation expression)
    {
        var pending = new Stack<IOperation>([expression]);
        while (pending.Count > 0)
        {
            IOperation current = pending.Pop().Plain();
            switch (current)
            {
                case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                    pending.Push(conditional.WhenTrue);
                    pending.Push(otherwise);
                    break;
                case ISwitchExpressionOperation @switch:
                    foreach (ISwitchExpressionArmOperation arm in @switch.Arms)
                    {
                        pending.Push(arm.Value);
                    }

                    break;
                default:
                    yield return current;
                    break;
            }
        }
    }

    /// <summary>Returns the outermost expression that results in another as it is, or as one choice of several: what is around it uses the value.</summary>
    public static IOperation PassedOn(IOperation value)
    {
        IOperation current = value;
        while (PassedOnBy(current) is { } next)
        {
            current = next;
        }

        return current;
    }

    /// <summary>Returns the expression that results in another as it is, or as one choice of several; null where that is used in another way.</summary>
    private static IOperation? PassedOnBy(IOperation value) => value.Parent switch
    {
        IConversionOperation { OperatorMethod: null } conversion => conversion,
        IParenthesizedOperation parenthesized => parenthesized,
        IConditionalOperation conditional when conditional.Condition != value && conditional.Type is not null => conditional,
        ISwitchExpressionArmOperation arm when arm.Value == value => arm.Parent,
        IConditionalAccessOperation access when access.WhenNotNull == value => access,
        _ => null,
    };

    /// <summary>Returns a variable with what it is initialised with, if that must be disposed of.</summary>
    public static IEnumerable<(ILocalSymbol Variable, IOperation Value)> Initializers(IOperation declaration) =>
        from declarator in declaration.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>()
        let value = declarator.GetVariableInitializer()?.Value
        where value is not null && declarator.Symbol.Type.MustBeDisposed()
        select (declarator.Symbol, value);

    private static bool IsMarked(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } && type.MustBeDisposed();

    private static bool IsTarget(IOperation property) => property.Parent is IAssignmentOperation assignment && assignment.Target == property;
}
