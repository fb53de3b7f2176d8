using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds where a variable is disposed of. By scopes alone: what follows what in a block.
/// </summary>
internal static class Disposal
{
    /// <summary>Returns what a call of <c>Dispose</c> disposes of; null for another operation.</summary>
    public static IOperation? DisposedBy(IOperation? operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: GuardTypes.Dispose, Parameters.IsEmpty: true }, Instance: { } disposed } ? disposed : null;

    /// <summary>Returns whether an operation is a call of <c>Dispose</c> on a variable.</summary>
    public static bool IsDispose(IOperation? operation, ISymbol variable) => DisposedBy(operation) is { } disposed && Variables.IsVariable(disposed.Plain(), variable);

    /// <summary>Returns whether the variable is the resource of a <c>using</c> that does not declare it, but may assign it.</summary>
    public static bool IsResourceOf(IOperation operation, ISymbol variable) => operation is IUsingOperation { Resources: { } resource }
        && Variables.IsVariable(resource.Plain() is ISimpleAssignmentOperation { IsRef: false } assignment ? assignment.Target : resource.Plain(), variable);

    /// <summary>Returns whether a declaration makes its variable the resource of <c>using</c>.</summary>
    public static bool IsResource(IVariableDeclaratorOperation declarator) =>
        declarator.Parent?.Parent is IVariableDeclarationGroupOperation { Parent: IUsingOperation or IUsingDeclarationOperation };

    /// <summary>Returns whether a variable is declared as the resource of <c>using</c>.</summary>
    public static bool IsDeclaredByUsing(ILocalSymbol variable, IOperation use) => OperationTree.RootOf(use).Descendants().Any(operation =>
        operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable) && IsResource(declarator));

    /// <summary>Returns whether a <c>using</c> around an operation disposes of a variable that it does not declare.</summary>
    public static bool IsInUsingOf(IOperation operation, ISymbol variable)
    {
        for (IOperation current = operation; current.Parent is { } parent && OperationTree.FunctionOf(current) is null; current = parent)
        {
            if (IsResourceOf(parent, variable))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns whether a variable is disposed of somewhere in an operation, or given to a method that may do so, but for one place.</summary>
    public static bool IsIn(IOperation? region, ISymbol variable, IOperation? except = null) =>
        region?.Descendants().Any(operation => operation != except && MayDispose(operation, variable) && !IsSkipped(operation, region)) == true;

    /// <summary>Returns whether what gives a variable its value is in a <c>try</c> whose <c>finally</c> disposes of the variable.</summary>
    public static ITryOperation? Around(IOperation acquisition, ISymbol variable)
    {
        for (IOperation current = acquisition; current.Parent is { } parent && OperationTree.FunctionOf(current) is null; current = parent)
        {
            if (parent is ITryOperation @try && @try.Body == current && IsIn(@try.Finally, variable))
            {
                return @try;
            }
        }

        return null;
    }

    /// <summary>Returns whether a variable is disposed of right behind a statement, with nothing between that could throw or leave.</summary>
    public static bool IsNext(IOperation statement, ISymbol variable) => Fates.Of(Following(statement), variable) == Fate.Disposed;

    /// <summary>Returns the <c>try</c> behind a statement whose <c>finally</c> disposes of a variable, and the statements between.</summary>
    public static (ITryOperation Try, ImmutableArray<IOperation> Between)? TryBehind(IOperation statement, ISymbol variable)
    {
        ImmutableArray<IOperation>.Builder between = ImmutableArray.CreateBuilder<IOperation>();
        foreach (IOperation next in Following(statement))
        {
            if (next is ITryOperation @try)
            {
                return IsIn(@try.Finally, variable) ? (@try, between.ToImmutable()) : null;
            }

            if (Fates.Of(next, variable) != Fate.Kept)
            {
                return null;
            }

            between.Add(next);
        }

        return null;
    }

    /// <summary>Returns whether a statement before an operation, in a block around it, has certainly disposed of a variable.</summary>
    public static bool IsBefore(IOperation operation, ISymbol variable)
    {
        for (IOperation current = operation; current.Parent is { } parent && OperationTree.FunctionOf(current) is null; current = parent)
        {
            ImmutableArray<IOperation> statements = StatementsOf(parent);
            if (!statements.Any(statement => statement is ILabeledOperation) && statements.TakeWhile(statement => statement != current).Any(statement => Certainly(statement, variable)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns whether a statement disposes of a variable whenever it is executed.</summary>
    public static bool Certainly(IOperation? statement, ISymbol variable) => statement switch
    {
        IExpressionStatementOperation { Operation: var expression } => IsDispose(expression, variable),
        IBlockOperation block => block.Operations.Any(inner => Certainly(inner, variable)),
        ITryOperation @try => Certainly(@try.Finally, variable),
        IUsingOperation @using => IsResourceOf(@using, variable) || Certainly(@using.Body, variable),
        _ => false,
    };

    /// <summary>Returns the statement that an expression is part of.</summary>
    public static IOperation StatementOf(IOperation operation)
    {
        IOperation current = operation;
        while (current is not (IVariableDeclarationGroupOperation or IExpressionStatementOperation) && current.Parent is { } parent && StatementsOf(parent).IsEmpty && OperationTree.FunctionOf(parent) is null)
        {
            current = parent;
        }

        return current;
    }

    /// <summary>Returns the statements of a block, or of a case of a <c>switch</c>.</summary>
    public static ImmutableArray<IOperation> StatementsOf(IOperation operation) => operation switch
    {
        IBlockOperation block => block.Operations,
        ISwitchCaseOperation @case => @case.Body,
        _ => ImmutableArray<IOperation>.Empty,
    };

    /// <summary>Returns the statements behind another, in its block and, at the end of a branch, behind that.</summary>
    public static IEnumerable<IOperation> Following(IOperation statement)
    {
        for (IOperation current = statement; current.Parent is { } parent; current = parent)
        {
            IEnumerable<IOperation> rest = StatementsOf(parent).SkipWhile(other => other != current).Skip(1);
            foreach (IOperation next in rest.TakeWhile(next => !EndsCase(next)))
            {
                yield return next is ILabeledOperation { Operation: { } labeled } ? labeled : next;
            }

            if (parent is not (IBlockOperation or ISwitchCaseOperation or IConditionalOperation or ILabeledOperation or ISwitchOperation or ITryOperation { Finally: null }))
            {
                yield break;
            }
        }
    }

    /// <summary>Returns whether a statement is the <c>break</c> at the end of a case: what follows is behind the <c>switch</c>.</summary>
    public static bool EndsCase(IOperation statement) =>
        statement is IBranchOperation { BranchKind: BranchKind.Break, Parent: ISwitchCaseOperation or IBlockOperation { Parent: ISwitchCaseOperation } };

    /// <summary>Returns whether a <c>catch</c> disposes of a variable. It is for what throws alone; where nothing does, the variable must be disposed of elsewhere.</summary>
    public static bool IsInCatch(ITryOperation @try, ISymbol variable) =>
        @try.Catches.Any(clause => IsForEverything(clause) && IsIn(clause.Handler, variable))
        && OperationTree.RootOf(@try).Descendants().Any(operation => MayDispose(operation, variable) && !IsInHandler(operation));

    /// <summary>Returns whether an operation in a region is never executed: <c>if (taken)</c>, where nothing ever sets <c>taken</c>.</summary>
    public static bool IsSkipped(IOperation operation, IOperation region)
    {
        for (IOperation current = operation; current != region && current.Parent is { } parent; current = parent)
        {
            if (parent is IConditionalOperation test && test.Condition != current && Constants.ValueOf(test.Condition) is { } holds && holds != (test.WhenTrue == current))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsForEverything(ICatchClauseOperation clause) =>
        clause is { Filter: null, ExceptionType: var type } && (type is null or { SpecialType: SpecialType.System_Object } || type.IsFrameworkType("Exception", "System"));

    private static bool IsInHandler(IOperation operation)
    {
        IOperation? current = operation;
        while (current is not (null or ICatchClauseOperation))
        {
            current = current.Parent;
        }

        return current is not null;
    }

    private static bool MayDispose(IOperation operation, ISymbol variable) => operation switch
    {
        IInvocationOperation { Instance: { } receiver } call => Variables.IsVariable(receiver.Plain(), variable) && Recipients.MayDisposeReceiver(call.TargetMethod),
        IUsingOperation => IsResourceOf(operation, variable),
        IArgumentOperation { Parameter: { } parameter } argument => Variables.IsVariable(argument.Value.Plain(), variable) && Recipients.MayDispose(parameter),
        _ => false,
    };
}
