using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds conditions that always, or never, hold, and numbers that are known.
/// </summary>
internal static class Constants
{
    /// <summary>Returns what a condition always is; null where it may change, or is not known. A flag that is only ever assigned one constant is that.</summary>
    public static bool? ValueOf(IOperation condition) => condition.Plain() switch
    {
        { ConstantValue: { HasValue: true, Value: bool value } } => value,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: { } operand } => !ValueOf(operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when ValueOf(both.LeftOperand) == false || ValueOf(both.RightOperand) == false => false,
        ILocalReferenceOperation { Local: { } flag } reference when AssignedValues.Of(flag, reference).Select(value => value.ConstantValue.Value as bool?).Distinct().ToArray() is [{ } only] => only,
        _ => null,
    };

    /// <summary>Returns whether a number is the constant 0, as in the size of an array without elements.</summary>
    public static bool IsZero(IOperation number) => number.ConstantValue is { HasValue: true, Value: 0 };

    /// <summary>Returns whether a call is given the constant 0.</summary>
    public static bool HasZero(IInvocationOperation call) => call.Arguments.Any(static argument => IsZero(argument.Value));
}
