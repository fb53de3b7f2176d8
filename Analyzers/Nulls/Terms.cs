using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Reads operations as terms. Two operations with one term are taken to yield one value, unless something between them is known to change it: a call is not.
/// </summary>
internal static class Terms
{
    public const string First = "First";
    public const string Last = "Last";
    public const string Next = "Next";
    public const string Previous = "Previous";
    public const string Count = "Count";

    /// <summary>Less than the count.</summary>
    public const string LastIndex = "Count - 1";

    /// <summary>Of a list: that it has not exactly one element.</summary>
    public const string NotSingle = "!HasSingle";

    /// <summary>Of an element: that it is null.</summary>
    public const string IsNull = "IsNull";

    /// <summary>Of a list: that it has no element.</summary>
    public const string IsEmpty = "IsEmpty";

    /// <summary>The instance that a member belongs to.</summary>
    public static readonly Term This = new("this");

    /// <summary>No element.</summary>
    public static readonly Term Null = new("null");

    /// <summary>The tuple that is being taken apart.</summary>
    public static readonly Term Deconstructed = new("deconstructed");

    private const string Constant = "constant";
    private const string Indirection = "*";
    private const string Element = "[]";
    private const string Item = "Item";
    private const int MaximalDepth = 30;

    /// <summary>Returns the term of an operation; null for one that has none, such as a creation or a lambda.</summary>
    public static Term? Of(IOperation? operation, int depth = 0)
    {
        if (operation is null || depth > MaximalDepth)
        {
            return null;
        }

        if (StepOf(operation) is { } source)
        {
            return Of(source, depth + 1);
        }

        return operation switch
        {
            _ when operation.ConstantValue is { HasValue: true, Value: null } || IsZeroed(operation) => Null,
            _ when operation.ConstantValue is { HasValue: true, Value: { } constant } => new Term((Constant, constant)),
            ILocalReferenceOperation local => new Term(local.Local),
            IParameterReferenceOperation parameter => new Term(parameter.Parameter),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => This,
            IInstanceReferenceOperation input => PatternInputs.PatternOf(input) is { } pattern ? Matched(pattern, depth) : null,
            IFlowCaptureReferenceOperation capture => new Term(capture.Id),
            IFieldReferenceOperation field => Member(KeyOf(field.Field), field.Instance, depth),
            IPropertyReferenceOperation { Property.Name: "Value", Instance: { } instance } when instance.Type?.IsPtr() == true => Member(Indirection, instance, depth),
            IPropertyReferenceOperation property => Member(KeyOf(property.Property), property.Instance, depth, property.Arguments.Select(argument => argument.Value).ToArray()),
            IInvocationOperation call => Member(KeyOf(call.TargetMethod), call.Instance, depth, call.Arguments.Select(argument => argument.Value).ToArray()),
            IArrayElementReferenceOperation element => Member(Element, element.ArrayReference, depth, element.Indices.ToArray()),
            _ when PointerOf(operation) is { } pointer => Member(Indirection, pointer, depth, operation.ChildOperations.Skip(1).Where(index => !Constants.IsZero(index)).ToArray()),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, RightOperand.ConstantValue: { HasValue: true, Value: > 0 } } difference when Less(Of(difference.LeftOperand, depth + 1)) is { } less => less,
            IBinaryOperation { OperatorMethod: null } binary => Member(binary.OperatorKind, null, depth, binary.LeftOperand, binary.RightOperand),
            IUnaryOperation { OperatorMethod: null } unary => Member(unary.OperatorKind, null, depth, unary.Operand),
            IImplicitIndexerReferenceOperation indexer => Member(indexer.IndexerSymbol.OriginalDefinition, indexer.Instance, depth, indexer.Argument),
            _ => null,
        };
    }

    /// <summary>Returns the term of an element of a tuple.</summary>
    public static Term ItemOf(Term tuple, int index) => new((Item, index), tuple);

    /// <summary>Returns the list property that is generated for a head.</summary>
    public static Term? ListOfHead(Term? head)
    {
        if (head?.Key is not IFieldSymbol field)
        {
            return null;
        }

        string name = OwnerNames.Of(field.ContainingType).PropertyOf(field.Name);
        IPropertySymbol? list = field.ContainingType.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault();
        return list is null ? null : new Term(list, head.Parts.ToArray());
    }

    // The elements of a tuple are matched with patterns when it is in a capture already: those of a switch are.
    private static Term? Matched(IPatternOperation pattern, int depth) =>
        PatternInputs.Of(pattern) is { } value ? Of(value, depth + 1)
        : PatternInputs.PlaceOf(pattern) is { } place && Matched(place.Tuple, depth + 1) is { } tuple ? ItemOf(tuple, place.Index)
        : null;

    // list.Count() - 1
    private static Term? Less(Term? number) => number?.Key is Count ? new Term(LastIndex, number.Parts.ToArray()) : null;

    /// <summary>Returns whether a number of elements keeps its value as another type.</summary>
    public static bool MayBeCount(ITypeSymbol? type) => type?.SpecialType
        is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    private static bool IsZeroed(IOperation operation) =>
        operation is IDefaultValueOperation or IObjectCreationOperation { Arguments.IsEmpty: true } && operation.Type?.IsPtr() == true;

    /// <summary>Returns the operand of <c>*p</c> and <c>p-></c>, for which there is no public kind of operation.</summary>
    public static IOperation? PointerOf(IOperation operation) =>
        operation.Kind == OperationKind.None
        && operation.ChildOperations.FirstOrDefault() is { Type: IPointerTypeSymbol pointer } child
        && SymbolEqualityComparer.Default.Equals(pointer.PointedAtType, operation.Type) ? child : null;

    /// <summary>Returns the operation that a value was made by, without conversions.</summary>
    public static IOperation SourceOf(IOperation operation)
    {
        IOperation current = operation;
        while (StepOf(current) is { } source)
        {
            current = source;
        }

        return current;
    }

    /// <summary>Returns the value that an operation yields unchanged.</summary>
    private static IOperation? StepOf(IOperation operation) => operation switch
    {
        IConversionOperation { ConstantValue.HasValue: false } conversion => conversion.Operand,
        IParenthesizedOperation parenthesized => parenthesized.Operand,
        IDeclarationExpressionOperation declaration => declaration.Expression,

        // Where a count is counted down, what is left of it says no more than it did.
        IIncrementOrDecrementOperation { Kind: OperationKind.Decrement } decrement => decrement.Target,
        ISimpleAssignmentOperation assignment => assignment.Target,
        IConditionalAccessInstanceOperation instance => AccessedBy(instance),
        IObjectCreationOperation { Type: { } type, Arguments: { Length: 1 } arguments } when type.IsPtr() => arguments[0].Value,
        IPropertyReferenceOperation { Property.Name: "Pointer", Instance: { } instance } when instance.Type?.IsPtr() == true => instance,
        IInvocationOperation { TargetMethod.Name: "OrThrow", Instance: { } instance } when instance.Type?.IsPtr() == true => instance,
        _ => NullableValues.NullableOf(operation),
    };

    // Outside of control flow graphs, which have none: what stands before the question mark.
    private static IOperation? AccessedBy(IConditionalAccessInstanceOperation instance)
    {
        IOperation current = instance;
        while (current.Parent is { } parent && !(parent is IConditionalAccessOperation access && access.WhenNotNull == current))
        {
            current = parent;
        }

        return (current.Parent as IConditionalAccessOperation)?.Operation;
    }

    // Members of lists by name: a list has one type wherever it is mentioned. Those of other generic types as they are declared: the receiver tells them apart.
    private static object KeyOf(ISymbol member) =>
        member.ContainingType.IsIntrusiveList() && (member.Name is First or Last or Next or Previous or Count) ? member.Name
        : member.IsStatic ? member
        : member.OriginalDefinition;

    private static Term? Member(object key, IOperation? instance, int depth, params IOperation[] arguments)
    {
        Term?[] parts = arguments.Prepend(instance).Where(part => part is not null).Select(part => Of(part, depth + 1)).ToArray();
        return parts.Any(part => part is null) ? null : new Term(key, parts!);
    }
}
