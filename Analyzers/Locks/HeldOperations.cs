using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Lists what is executed while a guard is in force. Functions inside count where they are called: local functions by name, lambdas by operations of lists; of an async one, what is before the first <c>await</c>; of iterators, nothing.
/// </summary>
internal static class HeldOperations
{
    public static IEnumerable<IOperation> Of(GuardScope scope)
    {
        var seen = new HashSet<IOperation>();
        var pending = new Stack<IOperation>(scope.Held.Reverse());
        while (pending.Count > 0)
        {
            IOperation operation = pending.Pop();
            if (OperationTree.FunctionOf(operation) is not null || !seen.Add(operation))
            {
                continue;
            }

            yield return operation;
            foreach (IOperation next in operation.ChildOperations.Concat(BodiesCalledBy(operation)))
            {
                pending.Push(next);
            }
        }
    }

    private static IEnumerable<IOperation> BodiesCalledBy(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } function } => OperationTree.RootOf(operation).Descendants().OfType<ILocalFunctionOperation>()
            .Where(local => SymbolEqualityComparer.Default.Equals(local.Symbol, function.OriginalDefinition)).SelectMany(local => AtOnce(local.Body)),
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } called } => BodyOf(called),
        IInvocationOperation call when call.IsListOperation() => call.Arguments.SelectMany(argument => BodyOf(argument.Value)),
        _ => [],
    };

    private static IEnumerable<IOperation> BodyOf(IOperation function) => Created(function) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body: var body } } ? AtOnce(body) : [];

    // Up to the first 'await'; nothing of an iterator.
    private static IEnumerable<IOperation> AtOnce(IBlockOperation? body) =>
        body is null || body.Descendants().Any(static operation => operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak)
            ? []
            : body.Operations.TakeWhile(static statement => !statement.DescendantsAndSelf().Any(IsAwaited));

    private static bool IsAwaited(IOperation operation) => operation is IAwaitOperation
        or IForEachLoopOperation { IsAsynchronous: true }
        or IUsingOperation { IsAsynchronous: true }
        or IUsingDeclarationOperation { IsAsynchronous: true };

    /// <summary>Returns what a delegate was created from, if that is in the same method.</summary>
    public static IOperation? Created(IOperation function) => function.Plain() switch
    {
        IDelegateCreationOperation creation => creation,
        ILocalReferenceOperation local => Variables.OnlyValueOf(local.Local, local)?.Plain() as IDelegateCreationOperation,
        _ => null,
    };
}
