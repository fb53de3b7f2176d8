using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Lists what is executed while a guard is in force. Functions inside count where they are called: local functions by name, lambdas by operations of lists; not those that go on later, as iterators do.
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
            .Where(local => SymbolEqualityComparer.Default.Equals(local.Symbol, function.OriginalDefinition) && !RunsLater(local)).Select(local => local.Body).OfType<IOperation>(),
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } called } => BodyOf(called),
        IInvocationOperation call when call.IsListOperation() => call.Arguments.SelectMany(argument => BodyOf(argument.Value)),
        _ => [],
    };

    private static bool RunsLater(ILocalFunctionOperation function) => function.Symbol.IsAsync || function.Descendants().Any(operation => operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak);

    private static IEnumerable<IOperation> BodyOf(IOperation function) => Created(function) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.IsAsync: false, Body: { } body } } ? [body] : [];

    /// <summary>Returns what a delegate was created from, if that is in the same method.</summary>
    public static IOperation? Created(IOperation function) => function.Plain() switch
    {
        IDelegateCreationOperation creation => creation,
        ILocalReferenceOperation local => Variables.OnlyValueOf(local.Local, local)?.Plain() as IDelegateCreationOperation,
        _ => null,
    };
}
