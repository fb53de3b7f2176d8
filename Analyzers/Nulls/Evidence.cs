using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Reads what the outcome of a condition proves of elements and lists.
/// </summary>
internal sealed class Evidence(NullState state)
{
    private const int MaximalDepth = 30;

    // Of numbers that a count is compared with, only small ones matter.
    private const int MaximalCount = 3;

    /// <summary>Returns what holds where a condition has an outcome.</summary>
    public Proof Of(IOperation condition, bool outcome, int depth = 0)
    {
        if (depth > MaximalDepth)
        {
            return Proof.None;
        }

        return condition switch
        {
            _ when condition.ConstantValue is { HasValue: true, Value: bool constant } => constant == outcome ? Proof.None : Proof.Impossible,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Of(not.Operand, !outcome, depth + 1),
            IParenthesizedOperation parenthesized => Of(parenthesized.Operand, outcome, depth + 1),
            IConversionOperation conversion => Of(conversion.Operand, outcome, depth + 1),
            ISimpleAssignmentOperation assignment => Of(assignment.Value, outcome, depth + 1),
            ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation => OfVariable(condition, outcome),
            IPropertyReferenceOperation { Instance: { } instance } property => OfProperty(property.Property, Term(instance), instance, outcome),
            IBinaryOperation binary => OfBinary(binary, outcome, depth),
            IIsPatternOperation pattern => OfPattern(pattern.Value, pattern.Pattern, outcome, depth),
            IInvocationOperation call => OfCall(call, outcome),
            _ => Proof.None,
        };
    }

    private Term? Term(IOperation? operation) => Terms.Of(operation) is { } term ? state.Resolve(term) : null;

    private Proof OfVariable(IOperation variable, bool outcome) =>
        Term(variable) is { } term && state.Outcomes.TryGetValue((term, outcome), out Proof? proof) ? proof : Proof.None;

    private Proof OfProperty(IPropertySymbol property, Term? instance, IOperation? receiver, bool outcome)
    {
        ITypeSymbol type = property.ContainingType;
        return property.Name switch
        {
            "IsNull" when type.IsPtr() && !outcome => Proof.NotNull(instance),
            "IsEmpty" when type.IsIntrusiveList() && !outcome => Proof.AtLeast(instance, 1),
            "IsEmpty" when type.IsAnyHead() && !outcome => Proof.AtLeast(ListOfHead(receiver), 1),
            "HasSingle" when type.IsIntrusiveList() && outcome => Proof.AtLeast(instance, 1),
            "HasSingle" when type.IsIntrusiveList() && instance is not null && state.CountOf(instance) == 1 => Proof.AtLeast(instance, 2),
            _ => Proof.None,
        };
    }

    /// <summary>Returns the list property that is generated for a head.</summary>
    private Term? ListOfHead(IOperation? head)
    {
        if (head is not IFieldReferenceOperation { Field: { } field } reference)
        {
            return null;
        }

        string name = OwnerNames.Of(field.ContainingType).PropertyOf(field.Name);
        IPropertySymbol? list = field.ContainingType.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault();
        return list is null ? null : reference.Instance is null ? new Term(list) : Term(reference.Instance) is { } owner ? new Term(list, owner) : null;
    }

    private Proof OfBinary(IBinaryOperation binary, bool outcome, int depth)
    {
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd when outcome:
            case BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr when !outcome:
                return Of(binary.LeftOperand, outcome, depth + 1).And(Of(binary.RightOperand, outcome, depth + 1));
            case BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals:
                bool equal = outcome == (binary.OperatorKind == BinaryOperatorKind.Equals);
                return OfEquality(binary.LeftOperand, binary.RightOperand, equal, depth);
            default:
                return OfComparison(binary.LeftOperand, binary.RightOperand, binary.OperatorKind, outcome);
        }
    }

    private Proof OfEquality(IOperation left, IOperation right, bool equal, int depth)
    {
        if (right.ConstantValue is { HasValue: true, Value: bool value })
        {
            return Of(left, equal == value, depth + 1);
        }

        if (left.ConstantValue is { HasValue: true, Value: bool reversed })
        {
            return Of(right, equal == reversed, depth + 1);
        }

        if (IsElement(left) || IsElement(right))
        {
            return IsNull(right) ? (equal ? Proof.None : Proof.NotNull(Term(left)))
                : IsNull(left) ? (equal ? Proof.None : Proof.NotNull(Term(right)))
                : OfElements(Term(left), Term(right), equal);
        }

        return OfComparison(left, right, BinaryOperatorKind.Equals, equal);
    }

    // What equals an element is one; what is not the last has come from the list, unless the walk has run over the end.
    private Proof OfElements(Term? left, Term? right, bool equal)
    {
        if (equal)
        {
            return IsSound(left) || IsSound(right) ? Proof.NotNull(left, right) : Proof.None;
        }

        var isBeforeTheEnd = Proof.NotNull(IsEnd(right) ? left : null, IsEnd(left) ? right : null);
        bool areBothEnds = left is not null && right is not null && IsEnd(left) && IsEnd(right) && Equals(ListOperations.ListOf(left), ListOperations.ListOf(right));
        return areBothEnds ? isBeforeTheEnd.And(Proof.AtLeast(ListOperations.ListOf(left!), 2)) : isBeforeTheEnd;
    }

    private bool IsSound(Term? value) => value is null || state.WhenNull(value) is null;

    private static bool IsEnd(Term? value) => value?.Key is Terms.First or Terms.Last;

    private static bool IsElement(IOperation operation) => operation.Type is IPointerTypeSymbol || operation.Type?.IsPtr() == true;

    private bool IsNull(IOperation operation) => Term(operation) is { } value && state.EqualTo(value).Contains(Terms.Null);

    private Proof OfComparison(IOperation left, IOperation right, BinaryOperatorKind comparison, bool outcome)
    {
        if (ListCountedBy(left) is { } counted)
        {
            return OfCount(counted, right, comparison, outcome);
        }

        return ListCountedBy(right) is { } other ? OfCount(other, left, Reverse(comparison), outcome) : Proof.None;
    }

    private Proof OfCount(Term list, IOperation bound, BinaryOperatorKind comparison, bool outcome)
    {
        // A count that is greater than something is hardly meant to be compared with a negative number.
        int? constant = bound.ConstantValue is { HasValue: true, Value: int value } ? value : null;
        bool isGreater = (comparison, outcome) is (BinaryOperatorKind.GreaterThan, true) or (BinaryOperatorKind.LessThanOrEqual, false);
        return constant is int number
            ? Proof.AtLeast(list, Enumerable.Range(0, MaximalCount).TakeWhile(count => Compare(count, number, comparison) != outcome).Count())
            : Proof.AtLeast(list, isGreater ? 1 : 0);
    }

    private Term? ListCountedBy(IOperation operation) =>
        operation.Type?.SpecialType == SpecialType.System_Int32 && Term(operation) is { } number
            ? state.EqualTo(number).FirstOrDefault(equal => equal.Key is Terms.Count)?.Parts.FirstOrDefault()
            : null;

    // What is no comparison tells nothing: then any count will do.
    private static bool? Compare(int count, int number, BinaryOperatorKind comparison) => comparison switch
    {
        BinaryOperatorKind.Equals => count == number,
        BinaryOperatorKind.NotEquals => count != number,
        BinaryOperatorKind.GreaterThan => count > number,
        BinaryOperatorKind.GreaterThanOrEqual => count >= number,
        BinaryOperatorKind.LessThan => count < number,
        BinaryOperatorKind.LessThanOrEqual => count <= number,
        _ => null,
    };

    private static BinaryOperatorKind Reverse(BinaryOperatorKind comparison) => comparison switch
    {
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        _ => comparison,
    };

    private Proof OfPattern(IOperation value, IPatternOperation pattern, bool outcome, int depth) => pattern switch
    {
        _ when depth > MaximalDepth => Proof.None,
        INegatedPatternOperation negated => OfPattern(value, negated.Pattern, !outcome, depth + 1),
        IConstantPatternOperation constant => OfConstant(value, constant.Value, outcome, depth),
        IRelationalPatternOperation relational => OfComparison(value, relational.Value, relational.OperatorKind, outcome),
        IBinaryPatternOperation both when outcome == (both.OperatorKind == BinaryOperatorKind.And) =>
            OfPattern(value, both.LeftPattern, outcome, depth + 1).And(OfPattern(value, both.RightPattern, outcome, depth + 1)),
        IRecursivePatternOperation recursive => OfProperties(value, recursive.PropertySubpatterns, outcome),
        _ => Proof.None,
    };

    private Proof OfConstant(IOperation value, IOperation constant, bool outcome, int depth) =>
        IsElement(value) ? (outcome ? Proof.None : Proof.NotNull(Term(value))) : OfEquality(value, constant, outcome, depth + 1);

    // Of several properties, one that does not match says nothing of the others.
    private Proof OfProperties(IOperation value, ImmutableArray<IPropertySubpatternOperation> properties, bool outcome)
    {
        Proof proof = Proof.None;
        foreach (IPropertySubpatternOperation property in outcome || properties.Length == 1 ? properties : ImmutableArray<IPropertySubpatternOperation>.Empty)
        {
            if (property is { Member: IPropertyReferenceOperation member, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool constant } } })
            {
                proof = proof.And(OfProperty(member.Property, Term(value), value, outcome == constant));
            }
        }

        return proof;
    }

    private Proof OfCall(IInvocationOperation call, bool outcome)
    {
        Term? list = Term(call.Instance);
        Term?[] arguments = call.Arguments.Select(argument => Term(argument.Value)).ToArray();
        Term? element = arguments.FirstOrDefault();
        if (call.TargetMethod.ContainingType.IsIntrusiveList())
        {
            return (call.TargetMethod.Name, outcome) switch
            {
                ("TryRemoveFirst" or "TryRemoveLast", true) => Proof.NotNull(element),
                ("Contains" or "IsFirst" or "IsLast", true) => Proof.AtLeast(list, 1),
                ("IsLast", false) when list is not null && element is not null => Proof.NotNull(new Term(Terms.Next, list, element)),
                ("IsFirst", false) when list is not null && element is not null => Proof.NotNull(new Term(Terms.Previous, list, element)),
                _ => Proof.None,
            };
        }

        if (call.TargetMethod is { Name: "MoveNext", ContainingType: { ContainingType: { } walked } walk })
        {
            return walked.IsIntrusiveList() && outcome && walk.Name != "DrainEnumerator" ? Proof.AtLeast(list, 1) : Proof.None;
        }

        if (call.TargetMethod.Name == nameof(object.Equals) && call.TargetMethod.ContainingType.IsPtr() && call.Arguments.Length == 1 && call.Instance is { } instance)
        {
            return OfEquality(instance, call.Arguments[0].Value, outcome, MaximalDepth);
        }

        // A test of the program's own, whichever way it is meant.
        return ListOperations.IsOurs(call.TargetMethod) ? Proof.None : Proof.NotNull(call.Arguments.Select(argument => IsElement(argument.Value) ? Term(argument.Value) : null).ToArray());
    }
}
