using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds the assignments that are not the first of their variable on every path.
/// </summary>
/// <param name="types">What must not be overwritten.</param>
/// <param name="owner">The member that is analysed.</param>
/// <param name="report">Takes what is overwritten.</param>
/// <param name="cancellationToken">Ends the analysis early.</param>
internal sealed class OverwriteAnalysis(BoundTypes types, ISymbol owner, Action<SyntaxNode> report, CancellationToken cancellationToken)
    : FlowAnalysis<AssignedPaths>(cancellationToken)
{
    internal override AssignedPaths Transfer(AssignedPaths state, IOperation operation)
    {
        AssignedPaths result = state;
        foreach (IOperation target in WrittenTargets.Of(operation))
        {
            result = types.ForbidOverwrites(target.Type) && VariablePath.Of(Targets.Of(target), owner) is { } path ? result.Add(path) : result;
        }

        return result;
    }

    // A variable of a loop's body is another each time.
    internal override AssignedPaths EnterRegion(AssignedPaths state, ControlFlowRegion region) => state.Without(region.Locals);

    protected override void Visit(AssignedPaths state, IOperation operation)
    {
        foreach (IOperation target in WrittenTargets.Of(operation).Select(Targets.Of))
        {
            if (VariablePath.Of(target, owner) is { } path && state.Overlap(path))
            {
                report(target.Syntax);
            }
        }
    }

    // What has been assigned before it runs is unknown, unless the variable is declared with a value.
    protected override AssignedPaths EnterLocalFunction(AssignedPaths anywhere) => anywhere.OfInitialized();

    protected override AssignedPaths EnterLambda(AssignedPaths creation) => AssignedPaths.None;
}
