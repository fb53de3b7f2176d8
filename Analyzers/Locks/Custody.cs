using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Follows a value that must be disposed of to whoever is to do so. What is not known to lose it is taken to keep it.
/// </summary>
internal static class Custody
{
    private const string Discarded = "thrown away";
    private const string Lost = "used here and then lost";

    /// <summary>Returns how nobody disposes of what an expression makes, for a message; null where somebody does or may.</summary>
    public static string? LossOf(IOperation value)
    {
        IOperation current = Acquisitions.PassedOn(value);
        return current.Parent switch
        {
            _ when Disposal.IsSkipped(value, OperationTree.RootOf(value)) => null,
            IExpressionStatementOperation => Discarded,
            ISimpleAssignmentOperation { IsRef: false } assignment when assignment.Value == current => LossByAssignment(assignment),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => Disposal.IsResource(declarator) ? null : LossInVariable(declarator.Symbol, declarator),
            IMemberReferenceOperation member when member.Instance == current => Lost,
            IInvocationOperation call when call.Instance == current => IsTakenOver(call) ? null : Lost,
            IArgumentOperation { Parameter: { RefKind: not (RefKind.Ref or RefKind.Out) } parameter } => LossByMethod(parameter),
            IIsPatternOperation pattern => Acquisitions.VariableOf(pattern.Pattern) is { } variable ? LossByPattern(variable, pattern) : Discarded,
            _ => null,
        };
    }

    /// <summary>Returns how nobody disposes of what a method returns through an argument.</summary>
    public static string? LossOf(IArgumentOperation argument) => argument.Value switch
    {
        IDiscardOperation => Discarded,
        var target => Acquisitions.VariableOf(target) is { } variable ? LossByPattern(variable, argument) : null,
    };

    /// <summary>Returns whether what a variable has is handed on somewhere: returned, assigned, or given to what may dispose of it.</summary>
    public static bool IsHandedOn(ISymbol variable, IOperation acquisition) =>
        OperationTree.RootOf(acquisition).Descendants().Any(operation => Variables.IsVariable(operation, variable) && IsHandedOn(operation));

    private static string? LossByAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Parent is not IExpressionStatementOperation && LossOf((IOperation)assignment) is null)
        {
            return null;
        }

        return assignment.Target is IDiscardOperation ? Discarded : Acquisitions.VariableOf(assignment.Target) is { } variable ? LossInVariable(variable, assignment) : null;
    }

    private static string? LossByMethod(IParameterSymbol parameter) =>
        Recipients.MayDispose(parameter) ? null : $"given to '{parameter.ContainingSymbol.InMessage()}', which does not dispose it";

    private static string? LossInVariable(ISymbol variable, IOperation acquisition) =>
        IsHandedOn(variable, acquisition) || Disposal.Around(acquisition, variable) is not null || Disposal.IsNext(Disposal.StatementOf(acquisition), variable)
            ? null
            : $"kept in '{variable.Name}', which is not disposed in a 'finally' that follows at once";

    // Whether there is a value may depend on conditions.
    private static string? LossByPattern(ISymbol variable, IOperation acquisition)
    {
        bool isDisposed = IsHandedOn(variable, acquisition)
            || Disposal.IsNext(Disposal.StatementOf(acquisition), variable)
            || OperationTree.RootOf(acquisition).Descendants().Any(operation => Disposal.IsResourceOf(operation, variable) || (operation is ITryOperation @try && Disposal.IsIn(@try.Finally, variable)));
        return isDisposed ? null : $"kept in '{variable.Name}', which no 'finally' disposes";
    }

    private static bool IsHandedOn(IOperation reference)
    {
        IOperation current = Acquisitions.PassedOn(reference);
        return current.Parent switch
        {
            IReturnOperation or IVariableInitializerOperation => true,
            ISimpleAssignmentOperation assignment => assignment.Value == current && assignment.Target is not IDiscardOperation,
            IArgumentOperation { Parameter: { RefKind: not RefKind.Out } parameter } => Recipients.MayDispose(parameter),
            IForEachLoopOperation loop => loop.Collection == current,
            IInvocationOperation call => call.Instance == current && call.TargetMethod.Name != GuardTypes.Dispose && IsTakenOver(call),
            IObjectOrCollectionInitializerOperation or IMemberInitializerOperation => true,
            _ => false,
        };
    }

    // By what it is called on, or by what has the result.
    private static bool IsTakenOver(IInvocationOperation call) => call.Type.MustBeDisposed() || Recipients.MayDisposeReceiver(call.TargetMethod);
}
