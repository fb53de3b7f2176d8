using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds lists, and references to values of maps, that are used where the guard or scope that they were read from is no longer in force.
/// </summary>
internal sealed class EscapedPlaces
{
    private const string Used = "used";
    private const string Returned = "returned to the caller";

    private readonly IOperation _block;
    private readonly ISymbol _owner;
    private readonly GuardScope[] _scopes;

    /// <param name="block">The body of a member.</param>
    /// <param name="owner">The member.</param>
    public EscapedPlaces(IOperation block, ISymbol owner)
    {
        _block = block;
        _owner = owner;
        _scopes = GuardScopes.In(block).Where(scope => scope.Variable is not null).ToArray();
    }

    /// <summary>Returns each expression that is such a list or reference, what is done with it, and the guard.</summary>
    public IEnumerable<(IOperation Place, string Use, ISymbol Guard)> Find() => _block.Descendants().Any(operation => GuardOf(operation) is not null) ? _block.Descendants().SelectMany(Of) : [];

    private IEnumerable<(IOperation Place, string Use, ISymbol Guard)> Of(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local when IsTracked(local.Local) => OfVariable(local),
        IPropertyReferenceOperation or IInvocationOperation => OfRead(operation),
        IReturnOperation { ReturnedValue: { } value } @return => OfEscape(value, Returned, IsByReference(@return)),
        ISimpleAssignmentOperation assignment when OutsideOf(assignment.Target) is { } target => OfEscape(assignment.Value, $"kept in '{target}'", assignment.IsRef),
        _ => [],
    };

    /// <summary>Returns the guard of a variable of a list, used where none of its values is guarded.</summary>
    private IEnumerable<(IOperation Place, string Use, ISymbol Guard)> OfVariable(ILocalReferenceOperation local)
    {
        if (IsAssigned(local) || !(IsReceiver(local) || HasOnlyGuardedValues(local)) || SourcesOf(local) is not { IsEmpty: false } guards)
        {
            return [];
        }

        GuardScope[][] scopes = guards.Select(ScopesOf).ToArray();
        bool isOutside = scopes.All(ofGuard => ofGuard.Length > 0 && !ofGuard.Any(scope => scope.Contains(local)));
        return isOutside || guards.All(guard => IsDisposedBefore(local, guard)) ? [(local, Used, guards[0])] : [];
    }

    private IEnumerable<(IOperation Place, string Use, ISymbol Guard)> OfRead(IOperation operation) =>
        IsStep(operation) && InstanceOf(operation)?.Plain() is { } instance && GuardOf(instance) is { } guard && IsDisposedBefore(operation, guard) ? [(operation, Used, guard)] : [];

    private IEnumerable<(IOperation Place, string Use, ISymbol Guard)> OfEscape(IOperation value, string use, bool byReference) =>
        from choice in Acquisitions.Choices(value)
        where byReference || choice.Type.IsViewOfLists()
        let guards = SourcesOf(choice)
        where !guards.IsEmpty && guards.All(guard => ScopesOf(guard).Any(scope => scope.Contains(choice)))
        select (choice, use, guards[0]);

    /// <summary>Returns the guards that a list or reference was read from: several for a variable that is assigned more than once, none if one is not known.</summary>
    private static ImmutableArray<ISymbol> SourcesOf(IOperation place)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        ImmutableArray<ISymbol>.Builder guards = ImmutableArray.CreateBuilder<ISymbol>();
        var pending = new Stack<IOperation>([place]);
        while (pending.Count > 0)
        {
            IOperation root = RootOf(pending.Pop(), out bool isRead);
            if (isRead && GuardOf(root) is { } guard)
            {
                guards.Add(guard);
            }
            else if (root is ILocalReferenceOperation { Local: { } local } && IsTracked(local) && AssignedValues.Of(local, root) is { IsEmpty: false } values)
            {
                foreach (IOperation value in seen.Add(local) ? values.Where(value => !IsDefault(value)).SelectMany(Acquisitions.Choices) : [])
                {
                    pending.Push(value);
                }
            }
            else
            {
                return ImmutableArray<ISymbol>.Empty;
            }
        }

        return guards.ToImmutable();
    }

    private static IOperation RootOf(IOperation place, out bool isRead)
    {
        isRead = false;
        IOperation current = place.Plain();
        while (IsStep(current) && InstanceOf(current) is { } instance)
        {
            current = instance.Plain();
            isRead = true;
        }

        return current;
    }

    /// <summary>Returns whether an expression is part of what its instance is, or a list of that. An element that a <c>Ptr</c> leads to is not part of the value that has the <c>Ptr</c>.</summary>
    private static bool IsStep(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { ContainingType: var type } } when type.IsPtr() => false,
        IPropertyReferenceOperation { Property: { } property } => property.Type.IsViewOfLists() || property.Type.MustBeDisposed() || property.RefKind != RefKind.None,
        IFieldReferenceOperation { Field.ContainingType.IsValueType: true } => true,
        IInvocationOperation call => (call.Instance?.Type).IsViewOfLists() && call.Type.IsViewOfLists(),
        _ => false,
    };

    private static IOperation? InstanceOf(IOperation operation) => operation switch
    {
        IMemberReferenceOperation member => member.Instance,
        IInvocationOperation call => call.Instance,
        _ => null,
    };

    private static bool IsTracked(ILocalSymbol local) => local.Type.IsViewOfLists() || (local.IsRef && !local.Type.IsScope());

    private static bool IsDefault(IOperation value) => value.Plain() is IDefaultValueOperation;

    private static bool HasOnlyGuardedValues(ILocalReferenceOperation local) => !AssignedValues.Of(local.Local, local).Any(IsDefault);

    // Nothing can be called on a list that is none.
    private static bool IsReceiver(ILocalReferenceOperation local) => local.Parent is { } parent && InstanceOf(parent) == local;

    private static bool IsAssigned(ILocalReferenceOperation local) => local.Parent is ISimpleAssignmentOperation assignment && assignment.Target == local && (!local.Local.IsRef || assignment.IsRef);

    /// <summary>Returns the variable of a guard or scope that an expression names.</summary>
    private static ISymbol? GuardOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: { } local } when local.Type.IsScope() => local,
        IParameterReferenceOperation { Parameter: { } parameter } when parameter.Type.IsScope() => parameter,
        _ => null,
    };

    private GuardScope[] ScopesOf(ISymbol guard) => _scopes.Where(scope => SymbolEqualityComparer.Default.Equals(scope.Variable, guard)).ToArray();

    // What disposes of a guard that 'using' disposes of is itself reported (ILIST302).
    private bool IsDisposedBefore(IOperation operation, ISymbol guard) =>
        Disposal.IsBefore(operation, guard)
        && !(guard is ILocalSymbol { Type: var type } && type.IsLockGuard() && _scopes.Any(scope => SymbolEqualityComparer.Default.Equals(scope.Variable, guard) && scope.Contains(operation) && IsUsing(scope)))
        && (guard is ILocalSymbol local ? AssignedValues.Of(local, operation).Length == 1 : !Variables.IsAssignedIn(_block, guard));

    private static bool IsUsing(GuardScope scope) => scope.Extent.Equals(scope.Held);

    private bool IsByReference(IReturnOperation @return) =>
        (OperationTree.FunctionsAround(@return).FirstOrDefault() ?? _owner as IMethodSymbol) is { } function && (function.ReturnsByRef || function.ReturnsByRefReadonly);

    /// <summary>Returns what is assigned, if it outlives the call: a parameter of the caller's, a field.</summary>
    private static string? OutsideOf(IOperation target) => target switch
    {
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.Ref or RefKind.Out } parameter } => parameter.Name,
        IMemberReferenceOperation member when !IsInVariable(member.Instance) => member.Member.Name,
        _ => null,
    };

    // Which ends with the method; so does what an expression creates, unless that is kept somewhere else.
    private static bool IsInVariable(IOperation? instance) => instance switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation { Parameter.RefKind: RefKind.None } => true,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => true,
        IFieldReferenceOperation { Field: { RefKind: RefKind.None, ContainingType.IsValueType: true }, Instance: { } outer } => IsInVariable(outer),
        _ => false,
    };
}
