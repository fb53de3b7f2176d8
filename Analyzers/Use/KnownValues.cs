using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// What is known of variables on one way through a member: constants, and whether something is null. A flag that is set beside a change tells, where it is tested later, that there was one.
/// </summary>
internal sealed class KnownValues
{
    private const int MaximalCount = 3;

    // Of objects in objects, the outermost.
    private const int MaximalDepth = 5;

    private static readonly object NotNull = "not null";
    private static readonly object Null = "null";

    // By the names of symbols, which are few and tell variables apart well enough.
    private readonly ImmutableSortedDictionary<string, object> _values;

    private KnownValues(ImmutableSortedDictionary<string, object> values) => _values = values;

    /// <summary>Gets the state in which nothing is known.</summary>
    public static KnownValues Nothing { get; } = new(ImmutableSortedDictionary.Create<string, object>(System.StringComparer.Ordinal));

    /// <summary>Returns what is known after an operation that assigns.</summary>
    public KnownValues After(IOperation operation) => operation switch
    {
        IFlowCaptureOperation capture => With(NameOf(capture.Id), Of(capture.Value)),
        ISimpleAssignmentOperation { IsRef: false } assignment => With(NameOf(assignment.Target), Assigned(assignment)),
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Or } assignment when Of(assignment.Value) is false => this,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Or } assignment => With(NameOf(assignment.Target), Of(assignment.Value) as bool?),
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.And } assignment when Of(assignment.Value) is true => this,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.And } assignment => With(NameOf(assignment.Target), Of(assignment.Value) is false ? false : (object?)null),
        IDeconstructionAssignmentOperation { Target: ITupleOperation targets } deconstruction => AfterEach(targets, Plain(deconstruction.Value) as ITupleOperation),
        IAssignmentOperation assignment => With(NameOf(assignment.Target), null),
        IIncrementOrDecrementOperation { Kind: OperationKind.Increment } increment => With(NameOf(increment.Target), Next(Of(increment.Target))),
        IIncrementOrDecrementOperation decrement => With(NameOf(decrement.Target), null),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => With(NameOf(argument.Value), null),
        IInvocationOperation { Instance: ILocalReferenceOperation { Local: var local } } => WithoutFields(NameOf(local)),
        _ => this,
    };

    /// <summary>Returns the names of what a call may write to: its receiver and its arguments.</summary>
    public static IEnumerable<string> PlacesGivenTo(IInvocationOperation call) =>
        call.Arguments.Select(argument => argument.Value).Prepend(call.Instance).OfType<IOperation>().Select(place => NameOfPlace(place)).OfType<string>();

    /// <summary>Returns the name of what has a member; null where that is not a variable.</summary>
    public static string? OwnerOf(IMemberReferenceOperation member, int depth = 0) =>
        depth > MaximalDepth ? null
        : member.Instance is null ? $"static {member.Member.ContainingType.Name}"
        : NameOfPlace(member.Instance, depth + 1);

    /// <summary>Returns what is known after a call, whose result is known.</summary>
    public KnownValues WithResult(IOperation call, object result) => With(NameOfResult(call), result);

    /// <summary>Returns what is known where a condition holds, or where it does not.</summary>
    public KnownValues Where(IOperation condition, bool holds) => Plain(condition) switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Where(not.Operand, !holds),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality when holds && Of(equality.RightOperand) is { } value => With(NameOf(equality.LeftOperand), value),
        ISimpleAssignmentOperation assignment => Where(assignment.Target, holds),
        { Type.SpecialType: SpecialType.System_Boolean } flag => With(NameOf(flag), holds),
        _ => this,
    };

    /// <summary>Returns the value of an expression, or null if it is not known.</summary>
    public object? Of(IOperation? expression) => Plain(expression) switch
    {
        null => null,
        { ConstantValue: { HasValue: true, Value: var constant } } => constant ?? Null,
        IDefaultValueOperation => Null,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Not(Of(not.Operand)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Or, Type.SpecialType: SpecialType.System_Boolean } either => Either(Of(either.LeftOperand), Of(either.RightOperand)),
        IBinaryOperation comparison => Compare(comparison.OperatorKind, Of(comparison.LeftOperand), Of(comparison.RightOperand)),
        IPropertyReferenceOperation { Property.Name: "IsNull", Instance: { } pointer } => IsNull(Of(pointer)),
        IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } nullable } => IsNull(Of(nullable)) is bool isNull ? !isNull : null,
        IIsNullOperation test => IsNull(Of(test.Operand)),
        IIsPatternOperation test => Matches(test.Pattern, Of(test.Value)),
        { } plain => _values.TryGetValue(NameOf(plain) ?? NameOfResult(plain), out object? value) ? value : null,
    };

    /// <inheritdoc/>
    public override string ToString() => string.Join(";", _values.Select(pair => pair.Key + "=" + pair.Value));

    private KnownValues With(string? name, object? value)
    {
        if (name is null)
        {
            return this;
        }

        ImmutableSortedDictionary<string, object> others = WithoutFields(name)._values;
        return new KnownValues(value is null ? others.Remove(name) : others.SetItem(name, value));
    }

    // Whoever writes to a struct may write to its fields.
    private KnownValues WithoutFields(string variable) =>
        new(_values.RemoveRange(_values.Keys.Where(name => name.StartsWith(variable + ".", System.StringComparison.Ordinal))));

    private KnownValues AfterEach(ITupleOperation targets, ITupleOperation? values) => targets.Elements
        .Select((target, index) => (Name: NameOf(target), Value: Of(values?.Elements.ElementAtOrDefault(index))))
        .Aggregate(this, (known, pair) => known.With(pair.Name, pair.Value));

    // What is counted is not zero; a counter of turns becomes unknown.
    private static object? Next(object? value) => value switch
    {
        null => 1,
        < MaximalCount => (int)value + 1,
        _ => null,
    };

    // What is assigned to a pointer or object, and is not known to be null, is hardly so.
    private object? Assigned(ISimpleAssignmentOperation assignment) => Of(assignment.Value) ?? (CanBeNull(assignment.Target.Type) ? NotNull : null);

    private static bool CanBeNull(ITypeSymbol? type) =>
        type is IPointerTypeSymbol or { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } || Declarations.KnownSymbols.IsPtr(type);

    private static object? IsNull(object? value) => value is null ? null : value == Null;

    private static object? Matches(IPatternOperation pattern, object? value) => pattern switch
    {
        IConstantPatternOperation constant => Compare(BinaryOperatorKind.Equals, value, constant.Value.ConstantValue is { HasValue: true } known ? known.Value ?? Null : null),
        IRelationalPatternOperation relational => Compare(relational.OperatorKind, value, relational.Value.ConstantValue is { HasValue: true } bound ? bound.Value ?? Null : null),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Either(Matches(either.LeftPattern, value), Matches(either.RightPattern, value)),
        IBinaryPatternOperation both => Not(Either(Not(Matches(both.LeftPattern, value)), Not(Matches(both.RightPattern, value)))),
        INegatedPatternOperation negated => Not(Matches(negated.Pattern, value)),
        _ => null,
    };

    private static object? Not(object? value) => value is bool known ? !known : null;

    private static object? Either(object? left, object? right) => (left, right) switch
    {
        (true, _) or (_, true) => true,
        (false, false) => false,
        _ => null,
    };

    private static object? Compare(BinaryOperatorKind kind, object? left, object? right) => (kind, left, right) switch
    {
        (_, null, _) or (_, _, null) => null,
        (BinaryOperatorKind.Equals, _, _) => left.Equals(right),
        (BinaryOperatorKind.NotEquals, _, _) => !left.Equals(right),
        (BinaryOperatorKind.GreaterThan, int first, int second) => first > second,
        (BinaryOperatorKind.GreaterThanOrEqual, int first, int second) => first >= second,
        (BinaryOperatorKind.LessThan, int first, int second) => first < second,
        (BinaryOperatorKind.LessThanOrEqual, int first, int second) => first <= second,
        _ => null,
    };

    private static IOperation? Plain(IOperation? expression)
    {
        IOperation? current = expression;
        while (current is IConversionOperation or IParenthesizedOperation && !current.ConstantValue.HasValue)
        {
            current = current is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)current).Operand;
        }

        return current;
    }

    private static string? NameOfPlace(IOperation place, int depth = 0) => Plain(place) is IInstanceReferenceOperation ? "this" : NameOf(place, depth);

    private static string? NameOf(IOperation variable, int depth = 0) => Plain(variable) switch
    {
        ILocalReferenceOperation { Local.IsRef: false } local => NameOf(local.Local),
        IParameterReferenceOperation parameter => NameOf(parameter.Parameter),
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { Parameters.IsEmpty: true } } member when OwnerOf(member, depth) is { } owner => $"{owner}.{member.Member.Name}",
        IFlowCaptureReferenceOperation reference => NameOf(reference.Id),
        _ => null,
    };

    // Variables of one name in different scopes differ in where they are declared.
    private static string NameOf(ISymbol variable) => $"{variable.Kind} {variable.Name} {variable.Locations.FirstOrDefault()?.SourceSpan.Start}";

    private static string NameOf(CaptureId capture) => $"capture {capture.GetHashCode()}";

    private static string NameOfResult(IOperation call) => $"result {call.Syntax.SpanStart} {call.Syntax.Span.End}";
}
