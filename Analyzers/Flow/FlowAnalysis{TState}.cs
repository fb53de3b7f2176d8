using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// A forward analysis of one method over the compiler's control flow graph: follows a state along all paths, to the fixpoint, then visits every reachable operation once.
/// </summary>
/// <typeparam name="TState">What is known at one place.</typeparam>
/// <remarks>
/// <para>
/// To use it, derive from it: <see cref="Transfer"/> says what an operation changes, <see cref="Assume"/> what the outcome of a condition tells, and <see cref="Visit"/> reports.
/// Then call <see cref="Run"/> with a graph of <see cref="FlowGraphs.Of"/>. An instance serves one method, and one thread.
/// </para>
/// <para>
/// Operations come in the order of evaluation, operands first, each with the state before itself: an assignment after its target and its value, a call after its arguments.
/// The graph has no <c>&amp;&amp;</c>, <c>?:</c>, <c>switch</c> or <c>using</c>: these are branches, and values that outlive one are flow captures.
/// So may be the target of an assignment: <see cref="Targets"/> says what it is.
/// </para>
/// <para>
/// A branch out of a <see langword="try"/> passes through its <see langword="finally"/> by itself, so that a state on the way to a <see langword="return"/> does not reach the code behind.
/// A handler may be entered from every state in its <see langword="try"/>.
/// Local functions begin with <see cref="EnterLocalFunction"/>, lambdas with what <see cref="EnterLambda"/> makes of the state where they are created; what they do is unknown to the method around them.
/// A method that takes too many steps is not visited.
/// </para>
/// </remarks>
internal abstract class FlowAnalysis<TState>(CancellationToken cancellationToken)
    where TState : class, IFlowState<TState>
{
    /// <summary>Gets what is assigned where the target is a flow capture.</summary>
    protected FlowTargets Targets { get; } = new();

    /// <summary>Visits every reachable operation of a graph and of the local functions and lambdas in it.</summary>
    public void Run(ControlFlowGraph graph, TState entry)
    {
        Targets.Add(graph);
        var solver = new FlowSolver<TState>(this, graph, cancellationToken);
        if (!solver.Solve(entry))
        {
            return;
        }

        foreach (BasicBlock block in graph.Blocks)
        {
            if (solver.StateBefore(block) is { } state)
            {
                VisitBlock(graph, block, state, solver);
            }
        }

        foreach (IMethodSymbol function in graph.LocalFunctions)
        {
            Run(graph.GetLocalFunctionControlFlowGraph(function, cancellationToken), EnterLocalFunction(function));
        }
    }

    /// <summary>Returns the state after an operation, given the one before it. Called more than once for each operation: reports nothing.</summary>
    internal abstract TState Transfer(TState state, IOperation operation);

    /// <summary>Returns the state where a condition had an outcome; null where it cannot have it.</summary>
    internal virtual TState? Assume(TState state, IOperation condition, bool outcome) => state;

    /// <summary>Returns the state where a scope is entered: its variables begin anew.</summary>
    internal virtual TState EnterRegion(TState state, ControlFlowRegion region) => state;

    /// <summary>Looks at an operation once, with what is known before it.</summary>
    protected virtual void Visit(TState state, IOperation operation)
    {
    }

    /// <summary>Looks at a value that the method, local function or lambda of a graph returns.</summary>
    protected virtual void VisitReturn(TState state, IOperation value, ControlFlowGraph graph)
    {
    }

    /// <summary>Returns the state at the start of a local function.</summary>
    protected abstract TState EnterLocalFunction(IMethodSymbol function);

    /// <summary>Returns the state at the start of a lambda.</summary>
    protected abstract TState EnterLambda(TState creation, IMethodSymbol lambda);

    private void VisitBlock(ControlFlowGraph graph, BasicBlock block, TState state, FlowSolver<TState> solver)
    {
        foreach (IOperation operation in solver.OperationsOf(block))
        {
            Visit(state, operation);
            if (operation is IFlowAnonymousFunctionOperation lambda)
            {
                Run(graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellationToken), EnterLambda(state, lambda.Symbol));
            }

            state = Transfer(state, operation);
        }

        if (block.BranchValue is { } value && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
        {
            VisitReturn(state, value, graph);
        }
    }
}
