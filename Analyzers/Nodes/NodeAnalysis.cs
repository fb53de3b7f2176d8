using System;
using System.Collections.Generic;
using System.Collections.Immutable;
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

    internal override NodeState Transfer(NodeState state, IOperation operation) => operation switch
    {
        IFlowCaptureOperation capture => state.Assign(capture.Id, OriginOf(state, capture.Value)),
        ISimpleAssignmentOperation assignment => Assign(state, Targets.Of(assignment.Target), assignment.Value, assignment.IsRef),
        ICompoundAssignmentOperation assignment => Forget(state, Targets.Of(assignment.Target)),
        IIncrementOrDecrementOperation increment => Forget(state, Targets.Of(increment.Target)),
        IDeconstructionAssignmentOperation deconstruction => Deconstruct(state, deconstruction),
        IArgumentOperation { Parameter: { RefKind: RefKind.Ref or RefKind.Out } parameter } argument => Receive(state, argument, parameter),
        IIsPatternOperation pattern when PatternVariables.DeclaredBy(pattern.Pattern) is { } variable => state.Assign(variable, OriginOf(state, pattern.Value)),
        _ => state,
    };

    protected override void Visit(NodeState state, IOperation operation)
    {
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
        if ((function ?? method) is { } returning && NodeContract.OfResult(returning) is { } stated)
        {
            Check(state, value, returning.AssociatedSymbol ?? returning, stated);
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
        return moves && SharedVariables.VariableOf(target) is { } variable ? state.Assign(variable, OriginOf(state, value)) : state;
    }

    private static NodeState Forget(NodeState state, IOperation target) =>
        SharedVariables.VariableOf(target) is { } variable && target.Type?.IsListNode() == false ? state.Assign(variable, Unknown) : state;

    private NodeState Deconstruct(NodeState state, IDeconstructionAssignmentOperation deconstruction)
    {
        IOperation target = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
        ImmutableArray<IOperation> targets = (target as ITupleOperation)?.Elements ?? ImmutableArray<IOperation>.Empty;
        ImmutableArray<IOperation> values = (deconstruction.Value is IConversionOperation conversion ? conversion.Operand : deconstruction.Value) is ITupleOperation tuple ? tuple.Elements : ImmutableArray<IOperation>.Empty;
        NodeState result = state;
        for (int index = 0; index < targets.Length; index++)
        {
            IOperation element = Targets.Of(targets[index]);
            result = index < values.Length && values.Length == targets.Length && SharedVariables.VariableOf(element) is { } variable
                ? result.Assign(variable, OriginOf(state, values[index]))
                : Forget(result, element);
        }

        return result;
    }

    private NodeState Receive(NodeState state, IArgumentOperation argument, IParameterSymbol parameter)
    {
        IOperation target = Targets.Of(argument.Value);
        return NodeContract.Of(parameter) is { } stated && SharedVariables.VariableOf(target) is { } variable && !parameter.Type.IsListNode()
            ? state.Assign(variable, Only(stated))
            : Forget(state, target);
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
            IFieldReferenceOperation field => Stated(NodeContract.Of(field.Field)),
            IPropertyReferenceOperation property => Stated(NodeContract.Of(property.Property) ?? NodeContract.OfResult(property.Property.GetMethod)),
            IInvocationOperation call => Stated(NodeContract.OfResult(call.TargetMethod)),
            _ => Unknown,
        };
    }

    private ImmutableHashSet<NodeOrigin> OriginOf(NodeState state, ISymbol variable)
    {
        bool isKnown = state.Origins.TryGetValue(variable, out ImmutableHashSet<NodeOrigin>? known) && !shared.Contains(variable);
        return isKnown ? known! : Stated(NodeContract.Of(variable));
    }

    private static ImmutableHashSet<NodeOrigin> Stated(NodeOrigin? origin) => origin is null ? Unknown : Only(origin);

    private static ImmutableHashSet<NodeOrigin> Only(NodeOrigin origin) => ImmutableHashSet.Create(origin);

    private static bool IsNull(IOperation operation) =>
        operation is IDefaultValueOperation or IObjectCreationOperation { Arguments.IsEmpty: true } || operation.ConstantValue is { HasValue: true, Value: null or 0 };

    /// <summary>Returns the operation that an address or place is taken from unchanged.</summary>
    private static IOperation? SourceOf(IOperation operation) => operation switch
    {
        IConversionOperation conversion => IsPointer(conversion.Operand.Type) || conversion.Operand.ConstantValue.HasValue ? conversion.Operand : null,
        IParenthesizedOperation parenthesized => parenthesized.Operand,
        IDeclarationExpressionOperation declaration => declaration.Expression,
        IAddressOfOperation address => address.Reference,
        ISimpleAssignmentOperation assignment => assignment.Value,
        IObjectCreationOperation { Type: { } type, Arguments: { Length: 1 } arguments } when type.IsPtr() || (IsPointer(type) && IsPointer(arguments[0].Value.Type)) => arguments[0].Value,
        IPropertyReferenceOperation { Instance: { } instance, Property.Name: "Value" or "Pointer" } when instance.Type?.IsPtr() == true => instance,
        IInvocationOperation { TargetMethod.Name: "OrThrow" or "ToPointer", Instance: { Type: { } type } instance } when IsPointer(type) => instance,
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
        type is null or IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_Int64 or SpecialType.System_UInt64 } || type.IsPtr();
}
