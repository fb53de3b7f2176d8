using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds the scopes of guards: <c>using</c>, as statement and declaration, <c>try</c> with <c>finally</c>, and turns of a loop over a map.
/// </summary>
internal static class GuardScopes
{
    public static IEnumerable<GuardScope> In(IOperation block) => block.Descendants().SelectMany(Of);

    private static IEnumerable<GuardScope> Of(IOperation operation) => operation switch
    {
        IUsingOperation { Resources: IVariableDeclarationGroupOperation group } @using => OfDeclared(group, ImmutableArray.Create(@using.Body)),
        IUsingOperation { Resources: { } resource } @using when resource.Type.IsScope() => [OfResource(@using, resource.Plain())],
        IUsingDeclarationOperation declaration => OfDeclared(declaration.DeclarationGroup, Behind(declaration)),
        IVariableDeclarationGroupOperation { Parent: not (IUsingOperation or IUsingDeclarationOperation) } group =>
            Acquisitions.Initializers(group).Select(made => OfTry(made.Variable, made.Value, group)).OfType<GuardScope>(),
        IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { IsRef: false, Value: { } value } assignment } statement when value.Type.IsScope() && Acquisitions.VariableOf(assignment.Target) is { } variable =>
            OfTry(variable, value, statement) is { } scope ? [scope] : [],
        IForEachLoopOperation { Locals: [{ } entry] } loop when entry.Type.IsValueEntry() => [Throughout(entry, loop.Collection, ImmutableArray.Create(loop.Body))],
        _ => [],
    };

    private static IEnumerable<GuardScope> OfDeclared(IVariableDeclarationGroupOperation group, ImmutableArray<IOperation> behind)
    {
        (ILocalSymbol Variable, IOperation Value)[] declared = Acquisitions.Initializers(group).ToArray();
        return declared.Select((made, index) => Throughout(made.Variable, made.Value, declared.Skip(index + 1).Select(later => later.Value).Concat(behind).ToImmutableArray()));
    }

    private static GuardScope OfResource(IUsingOperation @using, IOperation resource)
    {
        var body = ImmutableArray.Create(@using.Body);
        return resource switch
        {
            ISimpleAssignmentOperation { IsRef: false } assignment => Throughout(Acquisitions.VariableOf(assignment.Target), assignment.Value, body),
            ILocalReferenceOperation { Local: { } local } => Throughout(local, Variables.OnlyValueOf(local, resource) ?? resource, body),
            _ => Throughout(Acquisitions.VariableOf(resource), resource, body),
        };
    }

    // Whoever is handed the guard has it for longer.
    private static GuardScope? OfTry(ISymbol variable, IOperation value, IOperation statement)
    {
        (ITryOperation Try, ImmutableArray<IOperation> Between)? found = Disposal.TryBehind(statement, variable);
        ITryOperation? around = found?.Try ?? Disposal.Around(statement, variable);
        if (around is null || (!Disposal.Certainly(around.Finally, variable) && Custody.IsHandedOn(variable, statement)))
        {
            return null;
        }

        if (found is { } behind)
        {
            IEnumerable<IOperation> handlers = behind.Try.Catches.Select(clause => clause.Handler).Where(handler => !Disposal.IsIn(handler, variable));
            IEnumerable<IOperation> beforeDisposal = behind.Try.Finally!.Operations.TakeWhile(last => !Disposal.IsIn(last, variable));
            return new GuardScope(variable, value, behind.Between.Add(behind.Try), behind.Between.Add(behind.Try.Body).AddRange(handlers).AddRange(beforeDisposal));
        }

        return new GuardScope(variable, value, ImmutableArray.Create<IOperation>(around), around.Body.Operations.Contains(statement) ? Behind(statement) : ImmutableArray<IOperation>.Empty);
    }

    private static GuardScope Throughout(ISymbol? variable, IOperation value, ImmutableArray<IOperation> region) => new(variable, value, region, region);

    // The return that the compiler adds to a function is written nowhere, and has the syntax of all of its body.
    private static ImmutableArray<IOperation> Behind(IOperation statement) => statement.Parent is { } parent
        ? Disposal.StatementsOf(parent).SkipWhile(other => other != statement).Skip(1).Where(other => !other.IsImplicit).ToImmutableArray()
        : ImmutableArray<IOperation>.Empty;
}
