using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Tells whether a program knows the elements that it takes off a list, or takes off all that there are.
/// </summary>
/// <param name="ownTests">Finds the lists that the program's own members look at.</param>
internal sealed class RemovedElements(OwnTests ownTests)
{
    private static readonly ImmutableArray<string> s_counts = ImmutableArray.Create("Count");
    private static readonly ImmutableArray<string> s_sizes = ImmutableArray.Create("IsEmpty", "HasSingle", "Count", "First", "Last");

    /// <summary>Returns the members that tell which element a removal takes: they show it, or put it there. Null for what is no such removal.</summary>
    public static ImmutableArray<string>? TellingMembers(string removal) => removal switch
    {
        "RemoveFirst" => ImmutableArray.Create("First", "IsFirst", "AddFirst", "MoveToFirst", "RotateToFirst"),
        "RemoveLast" => ImmutableArray.Create("Last", "IsLast", "AddLast", "MoveToLast"),
        _ => null,
    };

    /// <summary>Returns whether the program knows the element, or is in a loop that ends with the list.</summary>
    public bool AreKnown(IInvocationOperation removal, ImmutableArray<string> telling, CancellationToken cancellationToken)
    {
        bool isInLoop = false;
        for (IOperation? current = removal; current is not null; current = current.Parent)
        {
            isInLoop = isInLoop || current is ILoopOperation;
            bool isWhole = current.Parent is null or IAnonymousFunctionOperation or ILocalFunctionOperation;
            bool isKnown = current switch
            {
                IForEachLoopOperation loop when ListLoop.Of(loop) is { } walk && AreSame(walk.List, removal.Instance) => true,
                ILoopOperation loop => Observes(loop, removal, s_sizes) || AsksItself(ConditionOf(loop)) || AsksOwn(loop, removal, cancellationToken),
                _ => isWhole && (Observes(current, removal, telling) || GetsByOwn(current, removal, telling, cancellationToken) || (isInLoop && (Observes(current, removal, s_counts) || CountsByOwn(current, removal, cancellationToken)))),
            };
            if (isKnown)
            {
                return true;
            }
        }

        return false;
    }

    private static IOperation? ConditionOf(ILoopOperation loop) => loop switch
    {
        IWhileLoopOperation { Condition: var condition } => condition,
        IForLoopOperation { Condition: var condition } => condition,
        _ => null,
    };

    // An owner may have an IsEmpty of its own.
    private static bool AsksItself(IOperation? condition) => condition?.DescendantsAndSelf().Any(operation =>
        operation is IPropertyReferenceOperation { Instance: IInstanceReferenceOperation, Type.SpecialType: not SpecialType.None }
            or IInvocationOperation { Instance: IInstanceReferenceOperation, Type.SpecialType: not SpecialType.None }) == true;

    // Another may have one as well, and a function within the method be one.
    private bool AsksOwn(ILoopOperation loop, IInvocationOperation removal, CancellationToken cancellationToken) =>
        loop.Descendants().Any(operation => operation.Type?.SpecialType is not (null or SpecialType.System_Void) && LooksAt(operation, removal, cancellationToken));

    // An owner may have a Peek of its own.
    private bool GetsByOwn(IOperation region, IInvocationOperation removal, ImmutableArray<string> telling, CancellationToken cancellationToken) =>
        region.Descendants().Any(operation => Tells(operation, telling) && LooksAt(operation, removal, cancellationToken));

    // Or a Size.
    private bool CountsByOwn(IOperation region, IInvocationOperation removal, CancellationToken cancellationToken) =>
        region.Descendants().Any(operation => operation.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 && LooksAt(operation, removal, cancellationToken));

    // What returns an element, or has a name that says so.
    private static bool Tells(IOperation operation, ImmutableArray<string> telling) => operation switch
    {
        IInvocationOperation call => IsElement(call.Type) || telling.Contains(call.TargetMethod.Name) || call.Arguments.Any(argument => argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref && IsElement(argument.Parameter.Type)),
        IPropertyReferenceOperation property => IsElement(property.Type),
        _ => false,
    };

    // In a tuple beside a key, or in a nullable, as well.
    private static bool IsElement(ITypeSymbol? type) =>
        type is IPointerTypeSymbol
        || type.IsPtr()
        || (type is INamedTypeSymbol { TypeArguments: var parts } whole && (whole.IsTupleType || whole.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T) && parts.Any(IsElement));

    private bool LooksAt(IOperation operation, IInvocationOperation removal, CancellationToken cancellationToken) =>
        Terms.Of(removal.Instance) is { } list && OwnCall.Of(operation) is { } call && ownTests.SeenBy(call, cancellationToken).Any(item => !item.IsElement && list.Equals(item.Seen));

    private static bool Observes(IOperation region, IInvocationOperation removal, ImmutableArray<string> members) => region.Descendants().Any(operation => operation switch
    {
        IPropertyReferenceOperation property => members.Contains(property.Property.Name) && AreSame(property.Instance, removal.Instance),
        IInvocationOperation call => members.Contains(call.TargetMethod.Name) && AreSame(call.Instance, removal.Instance),
        _ => false,
    });

    // What reads the same is hardly another list.
    private static bool AreSame(IOperation? left, IOperation? right) =>
        PlaceIdentity.AreSame(left, right) || (left is not null && right is not null && left.Syntax.IsEquivalentTo(right.Syntax, topLevel: false));
}
