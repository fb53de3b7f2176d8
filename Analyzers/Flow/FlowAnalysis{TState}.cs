using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

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
/// Local functions and lambdas are methods of their own, whose first state <see cref="EnterLocalFunction"/>, <see cref="EnterCalledFunction"/> and <see cref="EnterLambda"/> give; the method around them learns nothing of what they do: see <see cref="SharedVariables"/>.
/// A method that takes too many steps is not visited.
/// </para>
/// </remarks>
internal abstract class FlowAnalysis<TState>(CancellationToken cancellationToken)
    where TState : class, IFlowState<TState>
{
    private readonly Dictionary<IMethodSymbol, TState> _calls = new(SymbolEqualityComparer.Default);

    /// <summary>Gets what ends the analysis early.</summary>
    protected CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Gets what is assigned where the target is a flow capture.</summary>
    protected FlowTargets Targets { get; } = new();

    /// <summary>Visits every reachable operation of a graph and of the local functions and lambdas in it.</summary>
    public void Run(ControlFlowGraph graph, TState entry) => Analyze(graph, entry, function: null);

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

    /// <summary>Looks at a value that a local function or lambda returns, or the method itself where that is null.</summary>
    protected virtual void VisitReturn(TState state, IOperation value, IMethodSymbol? function)
    {
    }

    /// <summary>Returns the state at the start of a local function, given what holds anywhere in the method around it.</summary>
    protected abstract TState EnterLocalFunction(TState anywhere);

    /// <summary>Returns the state at the start of a local function, given what holds wherever it is seen to be called or handed on.</summary>
    protected virtual TState EnterCalledFunction(TState anywhere, TState calls) => EnterLocalFunction(anywhere);

    /// <summary>Returns the state at the start of a lambda, given what holds where it is created.</summary>
    protected abstract TState EnterLambda(TState creation);

    private void Analyze(ControlFlowGraph graph, TState entry, IMethodSymbol? function)
    {
        Targets.Add(graph);
        var solver = new FlowSolver<TState>(this, graph, CancellationToken);
        if (!solver.Solve(entry))
        {
            return;
        }

        // Only local functions ask what holds anywhere.
        bool hasFunctions = !graph.LocalFunctions.IsEmpty;
        TState anywhere = entry;
        foreach (BasicBlock block in graph.Blocks)
        {
            if (solver.StateBefore(block) is { } state)
            {
                TState after = VisitBlock(graph, block, state, solver, function);
                anywhere = hasFunctions ? anywhere.Join(after) : anywhere;
            }
        }

        // One that only another one calls comes after that.
        var pending = graph.LocalFunctions.ToList();
        while (pending.Count > 0)
        {
            IMethodSymbol local = pending.FirstOrDefault(_calls.ContainsKey) ?? pending[0];
            pending.Remove(local);
            TState start = _calls.TryGetValue(local, out TState? calls) ? EnterCalledFunction(anywhere, calls) : EnterLocalFunction(anywhere);
            Analyze(graph.GetLocalFunctionControlFlowGraph(local, CancellationToken), start, local);
        }
    }

    private TState VisitBlock(ControlFlowGraph graph, BasicBlock block, TState state, FlowSolver<TState> solver, IMethodSymbol? function)
    {
        foreach (IOperation operation in solver.OperationsOf(block))
        {
            Visit(state, operation);
            if (FunctionCalledBy(operation) is { } called)
            {
                _calls[called] = _calls.TryGetValue(called, out TState? calls) ? calls.Join(state) : state;
            }

            if (operation is IFlowAnonymousFunctionOperation lambda)
            {
                Analyze(graph.GetAnonymousFunctionControlFlowGraph(lambda, CancellationToken), EnterLambda(state), lambda.Symbol);
            }

            if (!OperationTree.Returns(operation))
            {
                return state;
            }

            state = Transfer(state, operation);
        }

        if (block.BranchValue is { } value && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
        {
            VisitReturn(state, value, function);
        }

        return state;
    }

    private static IMethodSymbol? FunctionCalledBy(IOperation operation)
    {
        IMethodSymbol? method = (operation as IInvocationOperation)?.TargetMethod ?? (operation as IMethodReferenceOperation)?.Method;
        return method is { MethodKind: MethodKind.LocalFunction } ? method.OriginalDefinition : null;
    }
}
