using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Reads what the outcome of a condition proves of elements and lists.
/// </summary>
internal sealed class Evidence(NullState state, FlowTargets targets, OwnTests ownTests, CancellationToken cancellationToken)
{
    private const int MaximalDepth = 30;

    // Of numbers that a count is compared with, only small ones matter.
    private const int MaximalCount = 3;

    /// <summary>Returns what holds where a condition has an outcome.</summary>
    public Proof Of(IOperation condition, bool outcome) => Of(condition, outcome, 0).And(OfOwnTests(condition));

    /// <summary>Returns what members of the program prove that are asked for an answer, or that throw.</summary>
    public Proof OfOwnTests(IOperation condition)
    {
        Proof proof = Proof.None;
        foreach ((Term seen, bool isElement, Term[] given) in ownTests.SeenBy(condition, cancellationToken))
        {
            proof = proof.And(isElement ? Proof.NotNull(state.Resolve(seen)) : OfOwnTest(state.Resolve(seen), given.Select(state.Resolve)));
        }

        return proof;
    }

    private static Proof OfOwnTest(Term list, IEnumerable<Term> elements)
    {
        Term[] neighbours = elements.SelectMany(element => new[] { new Term(Terms.Next, list, element), new Term(Terms.Previous, list, element) }).ToArray();
        return Proof.AtLeast(list, MaximalCount).And(Proof.NotNull(neighbours));
    }

    /// <summary>Returns what a condition has found to be null: a class or a nullable.</summary>
    public Term? NullWhere(IOperation condition, bool outcome) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not => NullWhere(not.Operand, !outcome),
        IIsNullOperation test when outcome => Nullable(test.Operand),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: { } constant } } test when outcome && NullableValues.IsNothing(constant) => Nullable(test.Value),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: { } constant } } } test when !outcome && NullableValues.IsNothing(constant) => Nullable(test.Value),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } test when outcome && NullableValues.IsNothing(test.RightOperand) => Nullable(test.LeftOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } test when !outcome && NullableValues.IsNothing(test.RightOperand) => Nullable(test.LeftOperand),
        _ => null,
    };

    /// <summary>Returns the statement that an index is where an outcome of a condition leaves a search.</summary>
    public Term? EndWhere(IOperation condition, bool outcome) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not => EndWhere(not.Operand, !outcome),
        IBinaryOperation { OperatorMethod: null } binary => EndOf(binary.LeftOperand, binary.RightOperand, binary.OperatorKind, outcome),
        IIsPatternOperation { Pattern: IRelationalPatternOperation relational } match => EndOf(match.Value, relational.Value, relational.OperatorKind, outcome),
        IIsPatternOperation { Pattern: IConstantPatternOperation constant } match => EndOf(match.Value, constant.Value, BinaryOperatorKind.Equals, outcome),
        _ => null,
    };

    private Term? Nullable(IOperation operation) => Terms.SourceOf(operation).Type is { } type && (type.IsReferenceType || type.IsNullable()) ? Term(operation) : null;

    private Proof Of(IOperation condition, bool outcome, int depth)
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
            _ when NullableValues.NullableOf(condition) is { } nullable => PossiblyNull(Of(nullable, outcome, depth + 1), outcome),
            IPropertyReferenceOperation { Instance: { } instance } property => OfProperty(property.Property, Term(instance), outcome),
            IBinaryOperation binary => OfBinary(binary, outcome, depth),
            IIsPatternOperation pattern => OfPattern(pattern.Value, pattern.Pattern, outcome, depth),
            IInvocationOperation call => OfCall(call, outcome),
            _ => Proof.None,
        };
    }

    // That null is not true says nothing of what would have been asked: then there is nothing to ask of.
    private static Proof PossiblyNull(Proof proof, bool isThere) => proof.IsImpossible && !isThere ? Proof.None : proof;

    private Term? Term(IOperation? operation) => Terms.Of(operation) is { } term ? state.Resolve(term) : null;

    private Proof OfVariable(IOperation variable, bool outcome) =>
        Term(variable) is { } term && state.Outcomes.TryGetValue((term, outcome), out Proof? proof) ? proof : Proof.None;

    private static Proof OfProperty(IPropertySymbol property, Term? instance, bool outcome)
    {
        ITypeSymbol type = property.ContainingType;
        return property.Name switch
        {
            "IsNull" when type.IsPtr() => outcome ? Proof.Null(instance) : Proof.NotNull(instance),
            "IsEmpty" when type.IsIntrusiveList() => outcome ? Proof.Empty(instance) : Proof.AtLeast(instance, 1),
            "IsEmpty" when type.IsAnyHead() => outcome ? Proof.Empty(Terms.ListOfHead(instance)) : Proof.AtLeast(Terms.ListOfHead(instance), 1),
            "HasSingle" when type.IsIntrusiveList() && outcome => Proof.AtLeast(instance, 1),
            "HasSingle" when type.IsIntrusiveList() && instance is not null => Proof.AtLeast(new Term(Terms.NotSingle, instance), 1),
            _ => Proof.None,
        };
    }

    private Proof OfBinary(IBinaryOperation binary, bool outcome, int depth)
    {
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr:
                bool isBoth = outcome == (binary.OperatorKind is BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd);
                return Both(Of(binary.LeftOperand, outcome, depth + 1), Of(binary.RightOperand, outcome, depth + 1), isBoth);
            case BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals:
                bool equal = outcome == (binary.OperatorKind == BinaryOperatorKind.Equals);
                return OfEquality(binary.LeftOperand, binary.RightOperand, equal, depth);
            default:
                return OfComparison(binary.LeftOperand, binary.RightOperand, binary.OperatorKind, outcome);
        }
    }

    private static Proof Both(Proof left, Proof right, bool isBoth) => isBoth ? left.And(right) : left.Or(right);

    private Proof OfEquality(IOperation left, IOperation right, bool equal, int depth)
    {
        if (ConstantOf(right) is bool value)
        {
            return PossiblyNull(Of(left, equal == value, depth + 1), equal);
        }

        if (ConstantOf(left) is bool reversed)
        {
            return PossiblyNull(Of(right, equal == reversed, depth + 1), equal);
        }

        // That there is a nullable element does not say that it is not null.
        if (IsNoNullable(left) || IsNoNullable(right))
        {
            return Proof.None;
        }

        if (IsElement(left) || IsElement(right))
        {
            return IsNull(right) ? OfNullTest(left, equal)
                : IsNull(left) ? OfNullTest(right, equal)
                : OfElements(Term(left), Term(right), equal);
        }

        return OfComparison(left, right, BinaryOperatorKind.Equals, equal);
    }

    private Proof OfNullTest(IOperation value, bool isNull) => isNull ? Proof.Null(Term(value)) : Proof.NotNull(Term(value));

    // What equals an element is one; what is not the last has come from the list, unless the walk has run over the end.
    private Proof OfElements(Term? left, Term? right, bool equal)
    {
        if (equal)
        {
            return IsSound(left) || IsSound(right) ? Proof.NotNull(left, right) : Proof.None;
        }

        Term[] leftEnds = EndsOf(left);
        Term[] rightEnds = EndsOf(right);
        IEnumerable<Term?> neighbours = rightEnds.Select(end => NeighbourOf(left, end)).Concat(leftEnds.Select(end => NeighbourOf(right, end)));
        var isBeforeTheEnd = Proof.NotNull(neighbours.Append(rightEnds.Length > 0 ? left : null).Append(leftEnds.Length > 0 ? right : null).ToArray());
        IEnumerable<Term?> lists = leftEnds.Select(ListOperations.ListOf).Intersect(rightEnds.Select(ListOperations.ListOf));
        return lists.Aggregate(isBeforeTheEnd, (proof, list) => proof.And(Proof.AtLeast(list, 2)));
    }

    // Also as a nullable, and where it stands before a branch: false == owner?.IsEmpty.
    private object? ConstantOf(IOperation operation) => Terms.SourceOf(targets.Of(operation)).ConstantValue is { HasValue: true, Value: { } value } ? value : null;

    private static bool IsNoNullable(IOperation operation) => operation.Type.IsNullable() && NullableValues.IsNothing(operation);

    private bool IsSound(Term? value) => value is null || state.WhenNull(value) is null;

    /// <summary>Returns the ends of lists that a value is, also as a variable.</summary>
    private Term[] EndsOf(Term? value) => value is null ? [] : state.EqualTo(value).Where(equal => equal.Key is Terms.First or Terms.Last).ToArray();

    /// <summary>Returns the neighbour that an element has on the side of an end, where it is not the end itself.</summary>
    private static Term? NeighbourOf(Term? element, Term end) =>
        element is null ? null : new Term(end.Key is Terms.First ? Terms.Previous : Terms.Next, ListOperations.ListOf(end)!, element);

    // Also as a number, and as a nullable.
    private static bool IsElement(IOperation operation) => Terms.SourceOf(operation).Type.WithoutNullable() is { } type && (type is IPointerTypeSymbol || type.IsPtr());

    private bool IsNull(IOperation operation) =>
        Terms.SourceOf(operation).ConstantValue is { HasValue: true, Value: 0 or 0L or 0u or 0UL } || (Term(operation) is { } value && state.EqualTo(value).Contains(Terms.Null));

    private Proof OfComparison(IOperation left, IOperation right, BinaryOperatorKind comparison, bool outcome)
    {
        if (CountBehind(left) is { } counted)
        {
            return OfCount(counted.Parts[0], LessThanCount(left, counted), right, comparison, outcome);
        }

        return CountBehind(right) is { } other ? OfCount(other.Parts[0], LessThanCount(right, other), left, Reverse(comparison), outcome) : OfIndex(left, right, comparison, outcome);
    }

    // What was found where a search has not come to its end.
    private Proof OfIndex(IOperation left, IOperation right, BinaryOperatorKind comparison, bool outcome)
    {
        if (IndexIn(left, right, comparison) is not { } index)
        {
            return Proof.None;
        }

        bool isUnsigned = IsUnsigned(left.Type);
        IEnumerable<Proof> found =
            from end in state.Outcomes
            let place = end.Key.Value ? null : PlaceOf(index.Terms, end.Key.Variable, isUnsigned)
            where place is not null && Compare(place.Value, index.Number, index.Comparison) == !outcome && (!end.Value.IsImpossible || SearchEnd.IsCertain(end.Key.Variable))
            select end.Value;
        return found.Aggregate(Proof.None, static (proof, end) => proof.And(end));
    }

    private static bool IsUnsigned(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_UIntPtr;

    // Also as another variable, and where the bound stands before the index. As an unsigned number, a negative one is larger than every bound.
    private decimal? PlaceOf(Term[] index, Term end, bool isUnsigned) =>
        SearchEnd.PlaceIn(end) is not { } place ? null
        : isUnsigned && place < 0 && end.Parts.Length == 1 ? (IsSame(end.Parts[0], index[0]) ? ulong.MaxValue : null)
        : end.Parts.Length != index.Length ? null
        : end.Parts.Zip(index, IsSame).All(static same => same) ? place
        : end.Parts.Reverse().Zip(index, IsSame).All(static same => same) ? -place
        : null;

    private bool IsSame(Term left, Term right) => left.Equals(right) || state.Equal.Contains((left, right));

    private Term? EndOf(IOperation left, IOperation right, BinaryOperatorKind comparison, bool outcome) =>
        IndexIn(left, right, comparison) is { } index ? SearchEnd.Behind(index.Number, index.Terms, index.Comparison, outcome) : null;

    /// <summary>Returns the index that is compared, with its bound where that is no number.</summary>
    private (Term[] Terms, decimal Number, BinaryOperatorKind Comparison)? IndexIn(IOperation left, IOperation right, BinaryOperatorKind comparison)
    {
        if (!Terms.MayBeCount(left.Type) || !Terms.MayBeCount(right.Type))
        {
            return null;
        }

        return (NumberOf(ConstantOf(left)), NumberOf(ConstantOf(right)), Term(left), Term(right)) switch
        {
            (null, { } number, { } index, _) => ([index], number - StepBehind(left), comparison),
            ({ } number, null, _, { } index) => ([index], number - StepBehind(right), Reverse(comparison)),
            (null, null, { } index, { } bound) => ([index, bound], -StepBehind(left), comparison),
            _ => null,
        };
    }

    // while (i-- > 0)
    private static int StepBehind(IOperation operation) => operation is IIncrementOrDecrementOperation { IsPostfix: true } ? 1 : 0;

    private Proof OfCount(Term list, int less, IOperation bound, BinaryOperatorKind comparison, bool outcome)
    {
        // A count that is greater than something is hardly meant to be compared with a negative number.
        int known = state.CountOf(list);
        decimal? constant = NumberOf(ConstantOf(bound));
        bool isGreater = (comparison, outcome) is (BinaryOperatorKind.GreaterThan, true) or (BinaryOperatorKind.LessThanOrEqual, false);
        if (constant is not { } number)
        {
            return Proof.AtLeast(list, isGreater ? 1 : 0);
        }

        bool IsPossible(int count) => Compare(count - less, number, comparison) is not { } holds || holds == outcome;
        bool isEmpty = IsPossible(0) && !Enumerable.Range(1, MaximalCount).Any(IsPossible);
        return isEmpty ? Proof.Empty(list) : Proof.AtLeast(list, known + Enumerable.Range(known, MaximalCount).TakeWhile(count => !IsPossible(count)).Count());
    }

    /// <summary>Returns the number that an operation is.</summary>
    public static decimal? NumberOf(IOperation operation) => NumberOf(operation.ConstantValue is { HasValue: true, Value: { } constant } ? constant : null);

    private static decimal? NumberOf(object? constant) => constant is int or uint or long or ulong ? Convert.ToDecimal(constant, CultureInfo.InvariantCulture) : null;

    /// <summary>Returns the count that a number is, or was before it was counted down.</summary>
    private Term? CountBehind(IOperation operation) =>
        Terms.MayBeCount(operation.Type.WithoutNullable()) && Term(operation) is { } number
            ? state.EqualTo(number).FirstOrDefault(equal => equal.Key is Terms.Count or Terms.LastIndex)
            : null;

    // list.Count() - 1, --count
    private static int LessThanCount(IOperation operation, Term count) => count.Key is Terms.LastIndex || operation is IIncrementOrDecrementOperation { IsPostfix: false } ? 1 : 0;

    // What is no comparison tells nothing: then any count will do.
    private static bool? Compare(decimal count, decimal number, BinaryOperatorKind comparison) => comparison switch
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
        IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true } when !outcome => Proof.Impossible,
        INegatedPatternOperation negated => OfPattern(value, negated.Pattern, !outcome, depth + 1),
        IConstantPatternOperation constant => OfConstant(value, constant.Value, outcome, depth),
        IRelationalPatternOperation relational => OfComparison(value, relational.Value, relational.OperatorKind, outcome),
        IBinaryPatternOperation binary =>
            Both(OfPattern(value, binary.LeftPattern, outcome, depth + 1), OfPattern(value, binary.RightPattern, outcome, depth + 1), outcome == (binary.OperatorKind == BinaryOperatorKind.And)),
        IRecursivePatternOperation recursive when targets.Of(value) is ITupleOperation tuple => OfElements(tuple, recursive.DeconstructionSubpatterns, outcome, depth),
        IRecursivePatternOperation recursive => OfProperties(recursive.PropertySubpatterns, outcome, depth),
        _ => Proof.None,
    };

    private Proof OfConstant(IOperation value, IOperation constant, bool outcome, int depth) =>
        IsElement(value) && !value.Type.IsNullable() ? OfNullTest(value, outcome) : OfEquality(value, constant, outcome, depth + 1);

    // Of several that are tested, one that does not match says nothing of the others.
    private Proof OfElements(ITupleOperation tuple, ImmutableArray<IPatternOperation> patterns, bool outcome, int depth)
    {
        int[] tested = Enumerable.Range(0, Math.Min(tuple.Elements.Length, patterns.Length)).Where(index => patterns[index] is not IDiscardPatternOperation).ToArray();
        return outcome || tested.Length == 1
            ? tested.Aggregate(Proof.None, (proof, index) => proof.And(OfPattern(tuple.Elements[index], patterns[index], outcome, depth + 1)))
            : Proof.None;
    }

    // Of several properties, one that does not match says nothing of the others.
    private Proof OfProperties(ImmutableArray<IPropertySubpatternOperation> properties, bool outcome, int depth) =>
        outcome || properties.Length == 1
            ? PossiblyNull(properties.Aggregate(Proof.None, (proof, property) => proof.And(OfPattern(property.Member, property.Pattern, outcome, depth + 1))), outcome)
            : Proof.None;

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
                ("IsLast", false) when list is not null && element is not null => Proof.NotNull(new Term(Terms.Next, list, element)).And(Proof.AtLeast(list, 2)),
                ("IsFirst", false) when list is not null && element is not null => Proof.NotNull(new Term(Terms.Previous, list, element)).And(Proof.AtLeast(list, 2)),
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
