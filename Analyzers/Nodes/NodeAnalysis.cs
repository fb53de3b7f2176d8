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

    private NodeState Keep(NodeState state, object place, IOperation value) => Keep(state, state, place, value, ImmutableArray<int>.Empty);

    // What is kept, and where, may be an item of a tuple, and a tuple itself.
    private NodeState Keep(NodeState state, NodeState before, object place, IOperation value, ImmutableArray<int> path)
    {
        NodeState result = state.Assign(place, OriginOfItem(before, value, path));
        foreach (ImmutableArray<int> inner in TupleItems.PathsOf(TupleItems.TypeOf(value, path)))
        {
            result = result.Assign(TupleItems.ItemOf(place, inner), OriginOfItem(before, value, path.AddRange(inner)));
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

        return TupleItems.PathsOf(target.Type).Aggregate(state.Assign(place, origin), (result, path) => result.Assign(TupleItems.ItemOf(place, path), origin));
    }

    private NodeState Match(NodeState state, IIsPatternOperation match)
    {
        NodeState result = PatternVariables.DeclaredBy(match.Pattern) is { } whole ? Keep(state, whole, match.Value) : state;
        foreach ((ISymbol variable, IOperation member) in PatternVariables.DeclaredByMembers(match.Pattern))
        {
            result = result.Assign(variable, OriginOf(state, member));
        }

        foreach ((ISymbol variable, IParameterSymbol? parameter, int index) in PatternVariables.DeclaredByItems(match.Pattern))
        {
            result = parameter is null ? Keep(result, state, variable, match.Value, ImmutableArray.Create(index)) : result.Assign(variable, Stated(NodeContract.Of(parameter)));
        }

        return result;
    }

    private NodeState Deconstruct(NodeState state, IDeconstructionAssignmentOperation deconstruction) => Deconstruct(state, state, deconstruction.Target, deconstruction.Value, ImmutableArray<int>.Empty);

    private NodeState Deconstruct(NodeState state, NodeState before, IOperation target, IOperation? value, ImmutableArray<int> path)
    {
        IOperation place = Targets.Of(target is IDeclarationExpressionOperation declaration ? declaration.Expression : target);
        if (place is ITupleOperation { Elements: var targets })
        {
            // What is no tuple is taken apart by a method.
            IOperation? tuple = value is not null && TupleItems.CountOf(TupleItems.TypeOf(value, path)) == targets.Length ? value : null;
            return targets.Select((element, index) => (element, index)).Aggregate(state, (result, item) => Deconstruct(result, before, item.element, tuple, path.Add(item.index)));
        }

        return value is not null && TupleItems.KeyOf(place) is { } key ? Keep(state, before, key, value, path) : Forget(state, place);
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
            _ when OriginOfItems(state, current) is { } origins => origins,
            ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } when local.Type.IsListNode() => Only(NodeOrigin.Alone($"the variable '{local.Name}', which is part of no element")),
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } when parameter.Type.IsListNode() => Only(NodeOrigin.Alone($"the parameter '{parameter.Name}', which is part of no element")),
            IArrayElementReferenceOperation element when element.Type?.IsListNode() == true => Only(NodeOrigin.Alone("the element of an array of nodes, which is part of no list element")),
            ILocalReferenceOperation local => OriginOf(state, local.Local),
            IParameterReferenceOperation parameter => OriginOf(state, parameter.Parameter),
            IFlowCaptureReferenceOperation capture => state.Origins.TryGetValue(capture.Id, out ImmutableHashSet<NodeOrigin>? captured) ? captured : Unknown,
            IFieldReferenceOperation { Field: { RefKind: RefKind.None } field } when field.Type.IsListNode() => Only(NodeOrigin.Of(field)),
            IFieldReferenceOperation { Field: { RefKind: RefKind.None } field } when field.Type.IsListHead() => Only(NodeOrigin.Alone($"the head '{field.InMessage()}', which is part of no element")),
            IFieldReferenceOperation { Instance: { } tuple } item when TupleItems.IndexOf(item) is { } index => OriginOfItem(state, tuple, ImmutableArray.Create(index)),
            IFieldReferenceOperation field => Stated(NodeContract.Of(field.Field)),
            ITupleOperation tuple => OriginOfAll(tuple.Elements.Where(element => element.Type is null || NodeContract.MayLeadToNode(element.Type)).Select(element => OriginOf(state, element))),
            IPropertyReferenceOperation property => Stated(NodeContract.Of(property.Property) ?? NodeContract.OfResult(property.Property.GetMethod)),
            IInvocationOperation call => Stated(NodeContract.OfResult(call.TargetMethod)),
            _ => Unknown,
        };
    }

    // What is stated of a tuple is stated of each address in it.
    private ImmutableHashSet<NodeOrigin> OriginOfItem(NodeState state, IOperation tuple, ImmutableArray<int> path)
    {
        IOperation whole = tuple;
        int depth = 0;
        while (depth < path.Length && whole.Plain() is ITupleOperation { Elements: var elements } && path[depth] < elements.Length)
        {
            whole = elements[path[depth]];
            depth++;
        }

        return depth < path.Length ? KnownOfItem(state, whole.Plain(), path.RemoveRange(0, depth)) ?? OriginOf(state, whole.Plain()) : OriginOf(state, whole);
    }

    private ImmutableHashSet<NodeOrigin>? KnownOfItem(NodeState state, IOperation tuple, ImmutableArray<int> path)
    {
        bool isShared = SharedVariables.VariableOf(SharedVariables.WholeOf(tuple)) is { } variable && shared.Contains(variable);
        return !isShared && TupleItems.KeyOf(tuple) is { } place && state.Origins.TryGetValue(TupleItems.ItemOf(place, path), out ImmutableHashSet<NodeOrigin>? known) ? known : null;
    }

    // Each may have been written since the tuple was.
    private ImmutableHashSet<NodeOrigin>? OriginOfItems(NodeState state, IOperation tuple)
    {
        var known = TupleItems.AddressesOf(tuple.Type).Select(path => KnownOfItem(state, tuple, path)).ToList();
        return known.Count > 0 && known.All(origin => origin is not null) ? OriginOfAll(known!) : null;
    }

    private static ImmutableHashSet<NodeOrigin> OriginOfAll(IEnumerable<ImmutableHashSet<NodeOrigin>> items)
    {
        var origins = items.SelectMany(origin => origin).ToImmutableHashSet();
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
