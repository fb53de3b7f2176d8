using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Follows the addresses of list nodes through a method, and compares them with what is expected where they are handed over.
/// </summary>
/// <param name="method">The method.</param>
/// <param name="shared">The variables that lambdas and local functions write.</param>
/// <param name="report">Called with the value, where it is handed to, the node expected there, and what it may be.</param>
/// <param name="cancellationToken">Ends the analysis early.</param>
internal sealed class NodeAnalysis(
    IMethodSymbol? method,
    HashSet<ISymbol> shared,
    Action<IOperation, ISymbol, NodeOrigin, ImmutableHashSet<NodeOrigin>> report,
    CancellationToken cancellationToken) : FlowAnalysis<NodeState>(cancellationToken)
{
    private static readonly ImmutableHashSet<NodeOrigin> Unknown = ImmutableHashSet.Create(NodeOrigin.Unknown);

    // A lambda is called as its delegate, and held to what that states.
    private readonly Dictionary<ISymbol, IMethodSymbol> _delegates = new(SymbolEqualityComparer.Default);

    internal override NodeState Transfer(NodeState state, IOperation operation) => operation switch
    {
        IFlowCaptureOperation capture => Keep(state, capture.Id, capture.Value),
        ISimpleAssignmentOperation assignment => Assign(state, Targets.Of(assignment.Target), assignment.Value, assignment.IsRef),
        ICompoundAssignmentOperation assignment => Forget(state, Targets.Of(assignment.Target)),
        IIncrementOrDecrementOperation increment => Forget(state, Targets.Of(increment.Target)),
        IDeconstructionAssignmentOperation deconstruction => Deconstruct(state, deconstruction),
        IArgumentOperation { Parameter: { RefKind: RefKind.Ref or RefKind.Out } parameter } argument => Assign(state, Targets.Of(argument.Value), Stated(NodeContract.Of(parameter))),
        IIsPatternOperation match => Match(state, match),
        _ => state,
    };

    protected override void Visit(NodeState state, IOperation operation)
    {
        if (operation is IFlowAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } } } lambda)
        {
            _delegates[lambda.Symbol] = invoke;
        }

        if (operation is IArgumentOperation { Parameter: { RefKind: not RefKind.Out } parameter } argument && NodeContract.OfArgument(parameter) is { } expected)
        {
            Check(state, argument.Value, parameter.ContainingSymbol, expected);
        }

        if (operation is ISimpleAssignmentOperation assignment && PlaceOf(Targets.Of(assignment.Target)) is { } place && NodeContract.Of(place) is { } stated)
        {
            Check(state, assignment.Value, place, stated);
        }
    }

    protected override void VisitReturn(NodeState state, IOperation value, IMethodSymbol? function)
    {
        if ((function ?? method) is not { } returning)
        {
            return;
        }

        if (NodeContract.OfResult(returning) is { } stated)
        {
            Check(state, value, returning.AssociatedSymbol ?? returning, stated);
        }
        else if (_delegates.TryGetValue(returning, out IMethodSymbol? invoke) && NodeContract.OfResult(invoke) is { } expected)
        {
            Check(state, value, invoke, expected);
        }
    }

    // When it runs is unknown, but not what it finds in a variable that has one origin only.
    protected override NodeState EnterLocalFunction(NodeState anywhere) => anywhere.Certain();

    protected override NodeState EnterLambda(NodeState creation) => creation;

    private void Check(NodeState state, IOperation value, ISymbol place, NodeOrigin expected) => report(value, place, expected, OriginOf(state, value));

    /// <summary>Returns what an assignment writes, where others can see it.</summary>
    private static ISymbol? PlaceOf(IOperation target) => target switch
    {
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.Ref or RefKind.Out } parameter } when !parameter.Type.IsListNode() => parameter,
        _ => null,
    };

    private NodeState Assign(NodeState state, IOperation target, IOperation value, bool isRef)
    {
        // A node that is written to stays where it is.
        bool moves = isRef || target.Type?.IsListNode() == false;
        return moves && TupleItems.KeyOf(target) is { } place ? Keep(state, place, value) : state;
    }

    private NodeState Keep(NodeState state, object place, IOperation value)
    {
        NodeState result = state.Assign(place, OriginOf(state, value));
        for (int index = 0; index < TupleItems.CountOf(value.Plain().Type); index++)
        {
            result = result.Assign(TupleItems.ItemOf(place, index), OriginOfItem(state, value, index));
        }

        return result;
    }

    private static NodeState Forget(NodeState state, IOperation target) => Assign(state, target, Unknown);

    private static NodeState Assign(NodeState state, IOperation target, ImmutableHashSet<NodeOrigin> origin)
    {
        if (TupleItems.KeyOf(target) is not { } place || target.Type?.IsListNode() != false)
        {
            return state;
        }

        NodeState result = state.Assign(place, origin);
        for (int index = 0; index < TupleItems.CountOf(target.Type); index++)
        {
            result = result.Assign(TupleItems.ItemOf(place, index), origin);
        }

        return result;
    }

    private NodeState Match(NodeState state, IIsPatternOperation match)
    {
        NodeState result = PatternVariables.DeclaredBy(match.Pattern) is { } whole ? Keep(state, whole, match.Value) : state;
        foreach ((ISymbol variable, IOperation member) in PatternVariables.DeclaredByMembers(match.Pattern))
        {
            result = result.Assign(variable, OriginOf(state, member));
        }

        return result;
    }

    private NodeState Deconstruct(NodeState state, IDeconstructionAssignmentOperation deconstruction)
    {
        IOperation target = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
        ImmutableArray<IOperation> targets = (target as ITupleOperation)?.Elements ?? ImmutableArray<IOperation>.Empty;
        bool isTuple = TupleItems.CountOf(deconstruction.Value.Plain().Type) == targets.Length;
        NodeState result = state;
        for (int index = 0; index < targets.Length; index++)
        {
            IOperation element = Targets.Of(targets[index]);
            result = isTuple && TupleItems.KeyOf(element) is { } place
                ? result.Assign(place, OriginOfItem(state, deconstruction.Value, index))
                : Forget(result, element);
        }

        return result;
    }

    /// <summary>Returns where the address that an operation yields comes from, or that of the place that it is.</summary>
    private ImmutableHashSet<NodeOrigin> OriginOf(NodeState state, IOperation operation)
    {
        IOperation current = operation;
        while (SourceOf(current) is { } source)
        {
            current = source;
        }

        return current switch
        {
            _ when IsNull(current) => Only(NodeOrigin.Null),
            ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } when local.Type.IsListNode() => Only(NodeOrigin.Alone($"the variable '{local.Name}', which is part of no element")),
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } when parameter.Type.IsListNode() => Only(NodeOrigin.Alone($"the parameter '{parameter.Name}', which is part of no element")),
            IArrayElementReferenceOperation element when element.Type?.IsListNode() == true => Only(NodeOrigin.Alone("the element of an array of nodes, which is part of no list element")),
            ILocalReferenceOperation local => OriginOf(state, local.Local),
            IParameterReferenceOperation parameter => OriginOf(state, parameter.Parameter),
            IFlowCaptureReferenceOperation capture => state.Origins.TryGetValue(capture.Id, out ImmutableHashSet<NodeOrigin>? captured) ? captured : Unknown,
            IFieldReferenceOperation { Field: { RefKind: RefKind.None } field } when field.Type.IsListNode() => Only(NodeOrigin.Of(field)),
            IFieldReferenceOperation { Field: { RefKind: RefKind.None } field } when field.Type.IsListHead() => Only(NodeOrigin.Alone($"the head '{field.InMessage()}', which is part of no element")),
            IFieldReferenceOperation { Instance: { } tuple } item when TupleItems.IndexOf(item) is { } index => OriginOfItem(state, tuple, index),
            IFieldReferenceOperation field => Stated(NodeContract.Of(field.Field)),
            ITupleOperation tuple => OriginOfAll(state, tuple.Elements.Where(element => element.Type is null || NodeContract.MayLeadToNode(element.Type))),
            IPropertyReferenceOperation property => Stated(NodeContract.Of(property.Property) ?? NodeContract.OfResult(property.Property.GetMethod)),
            IInvocationOperation call => Stated(NodeContract.OfResult(call.TargetMethod)),
            _ => Unknown,
        };
    }

    // What is stated of a tuple is stated of each address in it.
    private ImmutableHashSet<NodeOrigin> OriginOfItem(NodeState state, IOperation tuple, int index)
    {
        IOperation whole = tuple.Plain();
        if (whole is ITupleOperation literal && index < literal.Elements.Length)
        {
            return OriginOf(state, literal.Elements[index]);
        }

        bool isShared = SharedVariables.VariableOf(whole) is { } variable && shared.Contains(variable);
        return !isShared && TupleItems.KeyOf(whole) is { } place && state.Origins.TryGetValue(TupleItems.ItemOf(place, index), out ImmutableHashSet<NodeOrigin>? known) ? known : OriginOf(state, whole);
    }

    private ImmutableHashSet<NodeOrigin> OriginOfAll(NodeState state, IEnumerable<IOperation> values)
    {
        var origins = values.SelectMany(value => OriginOf(state, value)).ToImmutableHashSet();
        return origins.Remove(NodeOrigin.Null).Count > 1 ? Unknown : origins;
    }

    private ImmutableHashSet<NodeOrigin> OriginOf(NodeState state, ISymbol variable)
    {
        bool isKnown = state.Origins.TryGetValue(variable, out ImmutableHashSet<NodeOrigin>? known) && !shared.Contains(variable);
        return isKnown ? known! : Stated(NodeContract.Of(variable) ?? NodeContract.Of(ParameterOfDelegate(variable)));
    }

    private IParameterSymbol? ParameterOfDelegate(ISymbol variable) =>
        variable is IParameterSymbol { ContainingSymbol: { } function } parameter && _delegates.TryGetValue(function, out IMethodSymbol? invoke) ? invoke.Parameters.ElementAtOrDefault(parameter.Ordinal) : null;

    private static ImmutableHashSet<NodeOrigin> Stated(NodeOrigin? origin) => origin is null ? Unknown : Only(origin);

    private static ImmutableHashSet<NodeOrigin> Only(NodeOrigin origin) => ImmutableHashSet.Create(origin);

    private static bool IsNull(IOperation operation) =>
        operation is IDefaultValueOperation or IObjectCreationOperation { Arguments.IsEmpty: true } || operation.ConstantValue is { HasValue: true, Value: null or 0 };

    /// <summary>Returns the operation that an address or place is taken from unchanged.</summary>
    private static IOperation? SourceOf(IOperation operation) => operation switch
    {
        IConversionOperation conversion => IsPointer(conversion.Operand.Type) || TupleItems.CountOf(conversion.Operand.Type) > 0 || conversion.Operand.ConstantValue.HasValue ? conversion.Operand : null,
        IParenthesizedOperation parenthesized => parenthesized.Operand,
        IDeclarationExpressionOperation declaration => declaration.Expression,
        IAddressOfOperation address => address.Reference,
        ISimpleAssignmentOperation assignment => assignment.Value,
        IObjectCreationOperation { Type: { } type, Arguments: { Length: 1 } arguments } when type.IsPtr() || (IsPointer(type) && IsPointer(arguments[0].Value.Type)) => arguments[0].Value,
        IPropertyReferenceOperation { Instance: { } instance, Property.Name: "Value" or "Pointer" } when IsPointer(instance.Type) => instance,
        IInvocationOperation { TargetMethod.Name: "OrThrow" or "ToPointer", Instance: { Type: { } type } instance } when IsPointer(type) => instance,
        IInvocationOperation { TargetMethod.Name: "GetValueOrDefault", Instance: { Type: { } type } instance, Arguments.IsEmpty: true } when IsPointer(type) => instance,
        IInvocationOperation { TargetMethod.Name: "AsPointer" or "AsRef" or "As", Arguments: { Length: 1 } arguments } call when call.TargetMethod.ContainingType.IsUnsafe() => arguments[0].Value,
        { Kind: OperationKind.None, ChildOperations: { Count: 1 } children } => FixedOrIndirection(operation, children.First()),
        _ => null,
    };

    // *p, p-> and the address in a fixed statement, for which there is no public kind of operation.
    private static IOperation? FixedOrIndirection(IOperation operation, IOperation child)
    {
        ITypeSymbol? pointedAt = (child.Type as IPointerTypeSymbol)?.PointedAtType;
        bool isSame = SymbolEqualityComparer.Default.Equals(operation.Type, pointedAt) || (pointedAt is not null && SymbolEqualityComparer.Default.Equals(operation.Type, child.Type));
        return isSame ? child : null;
    }

    // A null literal has no type; an address may be kept as a number that is wide enough.
    private static bool IsPointer(ITypeSymbol? type) =>
        type is null or IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_Int64 or SpecialType.System_UInt64 }
        || type.IsPtr()
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } && IsPointer(value));
}
