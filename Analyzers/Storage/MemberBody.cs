using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// The operations of a member, with the functions nested in it and the variables of all of them.
/// </summary>
internal sealed class MemberBody
{
    private readonly Dictionary<ILocalSymbol, object> _scopes = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _iterators = new(SymbolEqualityComparer.Default);

    /// <summary>Reads the operations of a member.</summary>
    public MemberBody(ISymbol owner, ImmutableArray<IOperation> blocks)
    {
        Owner = owner;
        Operations = blocks.Select(OperationTree.RootOf).Distinct().SelectMany(root => root.DescendantsAndSelf()).ToImmutableArray();
        NestedFunctions = Operations.Select(OperationTree.FunctionOf).Where(function => function is not null).ToImmutableArray()!;
        foreach (IOperation operation in Operations)
        {
            Read(operation);
        }
    }

    /// <summary>Gets the member: a method, or a field or property with an initializer.</summary>
    public ISymbol Owner { get; }

    public ImmutableArray<IOperation> Operations { get; }

    /// <summary>Gets the lambdas and local functions, at any depth.</summary>
    public ImmutableArray<IMethodSymbol> NestedFunctions { get; }

    /// <summary>Gets the variables that hold a value of their own, not a reference.</summary>
    public IEnumerable<ISymbol> Variables =>
        _scopes.Keys.Where(local => local.RefKind == RefKind.None)
            .Concat<ISymbol>(Parameters.Where(parameter => parameter.RefKind == RefKind.None && !parameter.IsDiscard));

    private IEnumerable<IParameterSymbol> Parameters =>
        NestedFunctions.SelectMany(function => function.Parameters).Concat(Owner is IMethodSymbol method ? method.Parameters : ParametersOfType);

    // An initializer may use those of the primary constructor, of which it is a part.
    private IEnumerable<IParameterSymbol> ParametersOfType =>
        Operations.OfType<IParameterReferenceOperation>()
            .Select(reference => reference.Parameter)
            .Where(parameter => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor })
            .Distinct<IParameterSymbol>(SymbolEqualityComparer.Default);

    /// <summary>Returns whether a function yields.</summary>
    public bool IsIterator(ISymbol function) => _iterators.Contains(function);

    /// <summary>Returns the scope of a variable: two variables have the same if the compiler would keep them in one closure.</summary>
    public object ScopeOf(ISymbol variable) =>
        variable is ILocalSymbol local && _scopes.TryGetValue(local, out object? scope) ? scope : variable is IMethodSymbol ? variable : variable.ContainingSymbol;

    private void Read(IOperation operation)
    {
        foreach (ILocalSymbol local in LocalsOf(operation))
        {
            _scopes[local] = ScopeOf(operation, local);
        }

        if (operation is IForLoopOperation loop)
        {
            foreach (ILocalSymbol local in loop.ConditionLocals)
            {
                _scopes[local] = (loop, nameof(loop.Condition));
            }
        }

        if (operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak)
        {
            _iterators.Add(OperationTree.FunctionsAround(operation).FirstOrDefault() ?? Owner);
        }
    }

    private static ImmutableArray<ILocalSymbol> LocalsOf(IOperation operation) => operation switch
    {
        IBlockOperation block => block.Locals,
        ILoopOperation loop => loop.Locals,
        ISwitchOperation choice => choice.Locals,
        ISwitchCaseOperation section => section.Locals,
        ISwitchExpressionArmOperation arm => arm.Locals,
        IUsingOperation resource => resource.Locals,
        ICatchClauseOperation handler => handler.Locals,
        IConstructorBodyOperation constructor => constructor.Locals,
        ISymbolInitializerOperation initializer => initializer.Locals,
        _ => ImmutableArray<ILocalSymbol>.Empty,
    };

    // A function's own variables are together with its parameters, but for a constructor's; the sections of a switch are together.
    private static object ScopeOf(IOperation operation, ILocalSymbol local) => operation switch
    {
        IBlockOperation { Parent: IMethodBodyOperation or ILocalFunctionOperation or IAnonymousFunctionOperation } => local.ContainingSymbol,
        ISwitchCaseOperation { Parent: { } choice } => choice,
        IConstructorBodyOperation => local.ContainingSymbol,
        _ => operation,
    };
}
