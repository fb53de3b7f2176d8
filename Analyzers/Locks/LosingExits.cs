using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds where a method that disposes of a guard or hands it on does neither on another path: its lock is then held for good.
/// </summary>
/// <remarks>
/// Goes by what stands between the two: where the guard is named there, other than to use its lists, something may have been done with it. A scope without a value may be lost; a guard always holds its lock.
/// </remarks>
internal static class LosingExits
{
    /// <summary>Returns what is reached only with the guard that an expression makes, and certainly loses it: each <c>return</c> and <c>throw</c>, each assignment that replaces it, the condition without which it is lost.</summary>
    public static IEnumerable<IOperation> Of(IOperation acquisition)
    {
        if (!acquisition.Type.IsLockGuard() || VariableOf(acquisition) is not { } guard)
        {
            return [];
        }

        IOperation statement = Disposal.StatementOf(acquisition);
        IOperation[] behind = statement.Parent is { } block ? Disposal.StatementsOf(block).SkipWhile(other => other != statement).Skip(1).ToArray() : [];
        if (behind.Length == 0 || OperationTree.RootOf(statement).Descendants().Any(operation => operation is ILabeledOperation))
        {
            return [];
        }

        IOperation[] exits = behind.SelectMany(later => later.DescendantsAndSelf())
            .Where(exit => (IsExit(exit) || ReplacedBy(exit, guard) is not null) && Loses(exit, statement, guard))
            .Select(exit => exit is IExpressionStatementOperation { Operation: { } assignment } ? assignment : exit)
            .ToArray();
        return exits.Length == 0 && statement is IVariableDeclarationGroupOperation ? LosingConditions(behind, guard) : exits;
    }

    /// <summary>Returns the variable that certainly has the guard from here on.</summary>
    private static ISymbol? VariableOf(IOperation acquisition)
    {
        IOperation current = acquisition;
        while (current.Parent is IConversionOperation or IParenthesizedOperation)
        {
            current = current.Parent;
        }

        return current.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } when !Disposal.IsResource(declarator) => declarator.Symbol,
            ISimpleAssignmentOperation { IsRef: false, Parent: IExpressionStatementOperation, Target: ILocalReferenceOperation { Local.RefKind: RefKind.None } target } assignment when assignment.Value == current => target.Local,
            _ => null,
        };
    }

    // A throw that is a statement: within an expression, something else may have been done first.
    private static bool IsExit(IOperation operation) =>
        operation is { Kind: OperationKind.Return, IsImplicit: false } or IThrowOperation { Syntax: ThrowStatementSyntax };

    // guard = other.EnterLock();
    private static IOperation? ReplacedBy(IOperation statement, ISymbol guard) =>
        statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { IsRef: false, Target: { } target } } && Variables.IsVariable(target, guard) ? target : null;

    // Of the only statement that does something with the guard, before the variable ends.
    private static IEnumerable<IOperation> LosingConditions(IOperation[] behind, ISymbol guard)
    {
        IOperation[] users = behind.Where(later => MayEndIn(later, guard)).ToArray();
        return users is [IConditionalOperation { WhenFalse: null, Condition: { } condition } user]
            && !MayEndIn(condition, guard)
            && Constants.ValueOf(condition) is null
            && !behind.SkipWhile(later => later != user).Skip(1).Any(later => later.DescendantsAndSelf().Any(operation => operation is IInvocationOperation))
                ? [condition]
                : [];
    }

    private static bool Loses(IOperation exit, IOperation statement, ISymbol guard)
    {
        if (IsBehindCall(exit))
        {
            return false;
        }

        bool isReplacement = exit is IExpressionStatementOperation;
        int end = exit.Syntax.Span.End;
        for (IOperation current = exit; current.Parent is { } parent; current = parent)
        {
            if (OperationTree.FunctionOf(parent) is not null && !parent.Descendants().Contains(statement))
            {
                return false;
            }

            if (!isReplacement && parent is ITryOperation { Finally: { } handler } && handler != current && MayEndIn(handler, guard))
            {
                return false;
            }

            // Whoever catches it may have the guard as well.
            if (parent is ITryOperation { Catches.IsEmpty: false } && exit is IThrowOperation)
            {
                return false;
            }

            // What stands further down in a loop may have been done the time before.
            if (parent is ILoopOperation && parent.Syntax.SpanStart >= statement.Syntax.Span.End)
            {
                end = parent.Syntax.Span.End;
            }
        }

        return !OperationTree.RootOf(exit).Descendants().Any(operation =>
            operation.Syntax.SpanStart >= statement.Syntax.Span.End && operation.Syntax.SpanStart < end && MayEnd(operation, guard) && operation != ReplacedBy(exit, guard) && !IsInOther(exit, operation));
    }

    // Which leaves with it.
    private static bool IsInOther(IOperation exit, IOperation operation)
    {
        IOperation? current = operation;
        while (current is not (null or IReturnOperation or IBlockOperation))
        {
            current = current.Parent;
        }

        return current is IReturnOperation && current != exit;
    }

    private static bool MayEndIn(IOperation region, ISymbol guard) => region.DescendantsAndSelf().Any(operation => MayEnd(operation, guard));

    /// <summary>Returns whether an operation may dispose of a guard, hand it on, or leave its lock without it.</summary>
    private static bool MayEnd(IOperation operation, ISymbol guard) =>
        operation is IInvocationOperation { TargetMethod.Name: "Exit" }
        || (Variables.IsVariable(operation, guard) && !(operation.Parent is IPropertyReferenceOperation property && property.Instance == operation));

    // That may be what never returns: the compiler wants a return all the same.
    private static bool IsBehindCall(IOperation exit) =>
        exit.Parent is { } block
        && Disposal.StatementsOf(block).TakeWhile(statement => statement != exit).LastOrDefault() is IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod: { ReturnsVoid: true } method } }
        && !method.ContainingType.IsIntrusiveList();
}
