using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Follows a value that must be disposed of through the statements behind what made it.
/// </summary>
internal static class Fates
{
    /// <summary>Returns what becomes of a variable in statements that follow one another.</summary>
    public static Fate Of(IEnumerable<IOperation> statements, ISymbol variable) =>
        statements.TakeWhile(statement => !Disposal.EndsCase(statement)).Select(statement => Of(statement, variable)).FirstOrDefault(fate => fate != Fate.Kept);

    /// <summary>Returns what becomes of a variable in a statement.</summary>
    public static Fate Of(IOperation? statement, ISymbol variable) => statement switch
    {
        null or IEmptyOperation or ILocalFunctionOperation => Fate.Kept,
        IBlockOperation block => Of(block.Operations, variable),
        ITryOperation @try => OfTry(@try, variable),
        IUsingOperation @using => Disposal.IsResourceOf(@using, variable) ? Fate.Disposed : OfBlock(@using.Resources, @using.Body, variable),
        ILockOperation @lock => OfBlock(@lock.LockedValue, @lock.Body, variable),
        { Syntax: FixedStatementSyntax, ChildOperations.Count: 2 } => OfBlock(statement.ChildOperations.First(), statement.ChildOperations.Last(), variable),
        IConditionalOperation test => OfBranches(test.Condition, [Of(test.WhenTrue, variable), Of(test.WhenFalse, variable)], variable),
        ISwitchOperation @switch => OfBranches(@switch.Value, OfCases(@switch, variable), variable),
        IExpressionStatementOperation { Operation: var expression } when Disposal.IsDispose(expression, variable) => Fate.Disposed,
        _ => IsHarmless(statement) && !Replaces(statement, variable) ? Fate.Kept : Fate.Lost,
    };

    private static Fate OfTry(ITryOperation @try, ISymbol variable) => Disposal.IsIn(@try.Finally, variable) || Disposal.IsInCatch(@try, variable)
        ? Fate.Disposed
        : Of(@try.Body.Operations.AddRange(@try.Finally?.Operations ?? ImmutableArray<IOperation>.Empty), variable);

    private static Fate OfBlock(IOperation head, IOperation body, ISymbol variable) => MayLeave(head) ? Fate.Lost : Of(body, variable);

    // A scope without a value need not be disposed of.
    private static Fate OfBranches(IOperation tested, IReadOnlyCollection<Fate> branches, ISymbol variable)
    {
        if (IsTest(tested, variable))
        {
            return branches.Contains(Fate.Disposed) ? Fate.Disposed : Fate.Kept;
        }

        return MayLeave(tested) || branches.Contains(Fate.Lost) ? Fate.Lost : branches.All(branch => branch == Fate.Disposed) ? Fate.Disposed : Fate.Kept;
    }

    private static Fate[] OfCases(ISwitchOperation @switch, ISymbol variable)
    {
        IEnumerable<Fate> cases = @switch.Cases.Select(@case => Of(@case.Body, variable));
        bool isComplete = @switch.Cases.Any(@case => @case.Clauses.Any(clause => clause is IDefaultCaseClauseOperation));
        return (isComplete ? cases : cases.Append(Fate.Kept)).ToArray();
    }

    private static bool IsTest(IOperation condition, ISymbol variable) =>
        AsksForValue(condition, variable)
        || condition.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(flag => flag.Type is { SpecialType: SpecialType.System_Boolean } && AssignedValues.Of(flag.Local, flag).Any(value => AsksForValue(value, variable)));

    private static bool AsksForValue(IOperation condition, ISymbol variable) => condition.DescendantsAndSelf().Any(operation => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "HasValue" } property, Instance: { } scope } => property.ContainingType.IsValueScope() && Variables.IsVariable(scope, variable),
        IIsPatternOperation { Value: { } scope } => scope.Type.IsValueScope() && Variables.IsVariable(scope, variable),
        _ => false,
    });

    // Several guards may be entered one after the other.
    private static bool IsHarmless(IOperation statement) =>
        statement is IVariableDeclarationGroupOperation or IUsingDeclarationOperation or IExpressionStatementOperation { Operation: IAssignmentOperation or IIncrementOrDecrementOperation }
        && !MayLeave(statement);

    private static bool Replaces(IOperation statement, ISymbol variable) =>
        statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: var target } } && Variables.IsVariable(target, variable);

    private static bool MayLeave(IOperation operation) =>
        operation.DescendantsAndSelf().Any(part => part is IInvocationOperation or IObjectCreationOperation or IThrowOperation or IAwaitOperation && !part.Type.MustBeDisposed());
}
