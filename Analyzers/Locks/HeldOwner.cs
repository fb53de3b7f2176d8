using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// The owner whose lock a guard holds.
/// </summary>
internal sealed class HeldOwner
{
    private readonly GuardScope _scope;
    private readonly IInvocationOperation _entry;

    private HeldOwner(GuardScope scope, IInvocationOperation entry)
    {
        _scope = scope;
        _entry = entry;
    }

    /// <summary>Gets the type of the guard.</summary>
    public ITypeSymbol Guard => _entry.TargetMethod.ReturnType;

    /// <summary>Returns the owner that a scope has locked; null where that is not certain throughout.</summary>
    public static HeldOwner? Of(GuardScope scope) =>
        scope.Value.Plain() is IInvocationOperation { TargetMethod: { } method } entry && method.ReturnType.IsLockGuard() && SymbolEqualityComparer.Default.Equals(method.ContainingType, method.ReturnType.ContainingType) && scope.IsHeldThroughout()
            ? new HeldOwner(scope, entry)
            : null;

    /// <summary>Returns whether an operation enters the lock although it is held.</summary>
    public bool IsEnteredBy(IOperation operation) => operation switch
    {
        IInvocationOperation call when call.TargetMethod.ReturnType.IsLockGuard() => IsOfGuard(call.TargetMethod.ReturnType) && IsOwner(call),
        IInvocationOperation { TargetMethod: { Name: "Enter" } method, Instance: IFieldReferenceOperation field } when method.ContainingType.IsListLock() => IsLock(field.Field) && IsSame(field.Instance),
        IForEachLoopOperation loop => DrainOf(loop.Collection) is { } drain && IsOfGuard(drain.TargetMethod.ReturnType.ContainingType) && IsOwner(drain),
        _ => false,
    };

    /// <summary>Returns the call that makes the drain which a loop walks.</summary>
    public static IInvocationOperation? DrainOf(IOperation collection) => collection.Plain() switch
    {
        IInvocationOperation { TargetMethod.Name: "GetEnumerator", Instance: { } drain } => DrainOf(drain),
        IInvocationOperation call when call.TargetMethod.ReturnType.IsDrain() => call,
        ILocalReferenceOperation local when Variables.OnlyValueOf(local.Local, local) is IInvocationOperation call && call.TargetMethod.ReturnType.IsDrain() => call,
        _ => null,
    };

    private bool IsLock(IFieldSymbol field) => SymbolEqualityComparer.Default.Equals(field.OriginalDefinition, GuardTypes.FieldOf(Guard));

    private bool IsOfGuard(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, Guard);

    private bool IsOwner(IInvocationOperation call) => SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, _entry.TargetMethod.ContainingType) && IsSame(call.Instance);

    private bool IsSame(IOperation? owner)
    {
        if (owner is null || _entry.Instance is null)
        {
            return owner is null && _entry.Instance is null;
        }

        IOperation first = Origin(_entry.Instance);
        IOperation second = Origin(owner);
        return PlaceIdentity.AreSame(first, second) && !PlaceStability.MayChange(first, _scope.Held) && !PlaceIdentity.VariablesOf(first).Any(variable => IsOfAnotherCall(variable, owner) || IsAssignedByFunction(variable));
    }

    // Where a local function calls itself, the inner call has its own variables.
    private bool IsOfAnotherCall(ISymbol variable, IOperation use) =>
        OperationTree.FunctionsAround(_entry).Contains(variable.ContainingSymbol, SymbolEqualityComparer.Default) && !_scope.Held.Any(part => part.Syntax.Span.Contains(use.Syntax.Span));

    private bool IsAssignedByFunction(ISymbol variable) => variable is ILocalSymbol or IParameterSymbol && OperationTree.RootOf(_entry).Descendants().Any(function =>
        OperationTree.FunctionOf(function) is not null && !function.Syntax.Span.Contains(_entry.Syntax.Span) && Variables.IsAssignedIn(function, variable));

    // Another name for an owner, as long as neither comes to stand for another one. What a loop over a map is at stands for its value.
    private static IOperation Origin(IOperation owner)
    {
        IOperation plain = owner.Plain();
        if (plain is IPropertyReferenceOperation { Property: { Name: "Value" } property, Instance: { } entry } && property.ContainingType.IsValueEntry())
        {
            return entry;
        }

        if (plain is ILocalReferenceOperation { Local: { } local } && (local.IsRef || local.Type.IsReferenceType) && AssignedValues.Of(local, plain) is [{ } value])
        {
            IOperation origin = value.Plain();
            return PlaceStability.MayChange(origin, [OperationTree.RootOf(plain)]) ? plain : origin;
        }

        return plain;
    }
}
