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

    /// <summary>Returns whether a variable is disposed of somewhere in an operation, or given to a method that may do so, but for one place.</summary>
    public static bool IsIn(IOperation? region, ISymbol variable, IOperation? except = null) =>
        region?.Descendants().Any(operation => operation != except && MayDispose(operation, variable)) == true;

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
    public static bool IsNext(IOperation statement, ISymbol variable) => IsFirstOf(Following(statement), variable);

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

            if (!IsHarmless(next) && !IsTest(next, variable))
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
            foreach (IOperation next in rest.TakeWhile(next => next is not IBranchOperation { BranchKind: BranchKind.Break } || !IsInSwitch(next)))
            {
                yield return next is ILabeledOperation { Operation: { } labeled } ? labeled : next;
            }

            if (parent is not (IBlockOperation or ISwitchCaseOperation or IConditionalOperation or ILabeledOperation or ISwitchOperation or ITryOperation { Finally: null }))
            {
                yield break;
            }
        }
    }

    private static bool IsInSwitch(IOperation statement) => statement.Parent is ISwitchCaseOperation or IBlockOperation { Parent: ISwitchCaseOperation };

    private static bool IsFirstOf(IEnumerable<IOperation> statements, ISymbol variable)
    {
        foreach (IOperation next in statements)
        {
            switch (next)
            {
                case ITryOperation @try:
                    return IsIn(@try.Finally, variable) || IsInCatch(@try, variable) || IsFirstOf(@try.Body.Operations, variable);
                case IUsingOperation @using when !IsResourceOf(@using, variable):
                    return !MayLeave(@using.Resources) && IsFirstOf(BranchOf(@using.Body), variable);
                case IUsingOperation:
                case IExpressionStatementOperation expression when IsDispose(expression.Operation, variable):
                    return true;
                case IBlockOperation block:
                    return IsFirstOf(block.Operations, variable);
                case IConditionalOperation test when IsTest(test, variable):
                    if (IsFirstOf(BranchOf(test.WhenTrue), variable) || IsFirstOf(BranchOf(test.WhenFalse), variable))
                    {
                        return true;
                    }

                    break;
                case var other when !IsHarmless(other) || Replaces(other, variable):
                    return false;
            }
        }

        return false;
    }

    // The handler is for what throws alone; where nothing does, the variable must be disposed of elsewhere.
    private static bool IsInCatch(ITryOperation @try, ISymbol variable) =>
        @try.Catches.Any(clause => IsForEverything(clause) && IsIn(clause.Handler, variable))
        && OperationTree.RootOf(@try).Descendants().Any(operation => MayDispose(operation, variable) && !IsInHandler(operation));

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

    private static bool MayDispose(IOperation operation, ISymbol variable) =>
        IsDispose(operation, variable)
        || IsResourceOf(operation, variable)
        || (operation is IArgumentOperation { Parameter: { } parameter } argument && Variables.IsVariable(argument.Value.Plain(), variable) && Recipients.MayDispose(parameter));

    private static IEnumerable<IOperation> BranchOf(IOperation? branch) => branch switch
    {
        null => Enumerable.Empty<IOperation>(),
        IBlockOperation block => block.Operations,
        _ => Enumerable.Repeat(branch, 1),
    };

    // A scope without a value need not be disposed of.
    private static bool IsTest(IOperation statement, ISymbol variable) =>
        statement is IConditionalOperation { Condition: { } condition } && condition.DescendantsAndSelf().Any(operation => operation switch
        {
            IPropertyReferenceOperation { Property: { Name: "HasValue" } property, Instance: { } scope } => property.ContainingType.IsValueScope() && Variables.IsVariable(scope, variable),
            IIsPatternOperation { Value: { } scope } => scope.Type.IsValueScope() && Variables.IsVariable(scope, variable),
            _ => false,
        });

    // Several guards may be entered one after the other.
    private static bool IsHarmless(IOperation statement) =>
        statement is IEmptyOperation or ILocalFunctionOperation
        || (statement is IVariableDeclarationGroupOperation or IUsingDeclarationOperation or IExpressionStatementOperation { Operation: IAssignmentOperation or IIncrementOrDecrementOperation }
            && !MayLeave(statement));

    private static bool Replaces(IOperation statement, ISymbol variable) =>
        statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: var target } } && Variables.IsVariable(target, variable);

    private static bool MayLeave(IOperation operation) =>
        operation.DescendantsAndSelf().Any(part => part is IInvocationOperation or IObjectCreationOperation or IThrowOperation or IAwaitOperation && !part.Type.MustBeDisposed());
}
